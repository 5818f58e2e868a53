import { execFileSync } from 'node:child_process';
import { makeProvider } from '../new-provider/make.ts';
import { BadId } from '../new-provider/names.ts';
import { ROOT, run } from '../run/tools.ts';

/** `npm run new:provider my-carrier "My Carrier"`; the name may be left out. */
const [id = '', shown] = process.argv.slice(2);
try {
  const files = makeProvider(id, shown);
  // Imports are put in order, and long lines broken.
  const { code, output } = await run('biome', ['check', '--write', '--colors=off', ...files]);
  if (code !== 0) throw new Error(output);
  // A program of its own: this one has loaded the registry as it was.
  const table = ['--disable-warning=ExperimentalWarning', 'test/support/provider-table.ts'];
  execFileSync(process.execPath, table, { cwd: ROOT });
  console.log(`Written:\n${[...files, 'README.md'].map((file) => `  ${file}`).join('\n')}\n`);
  console.log(
    'It works as it is, against a made-up answer. `npm run check` says what is still to be filled in,',
  );
  console.log('and utils/providers/README.md explains it.');
} catch (error) {
  console.error(error instanceof BadId ? error.message : error);
  process.exitCode = 1;
}
