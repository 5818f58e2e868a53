import { build } from '../run/builds.ts';
import { once } from '../start/once.ts';
import { readOptions } from '../start/options.ts';
import { show } from '../start/show.ts';
import { createTell } from '../start/steps.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const tell = createTell();
  await tell('build', async () => {
    const target = options.browser === 'chromium' ? 'chrome' : 'firefox';
    const value = await build(target, options.once ? 'e2e' : 'production');
    return { words: `the extension for ${options.browser}`, value };
  });
  if (options.once) console.log(JSON.stringify(await once(options, tell)));
  else await show(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
