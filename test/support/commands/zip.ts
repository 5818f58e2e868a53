import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { BUILT_FOR } from '../run/builds.ts';
import { tool } from '../run/checks.ts';
import { runParts } from '../run/parts.ts';
import { ROOT } from '../run/tools.ts';

/** The packages for the stores, with their fingerprints: the same sources give the same bytes. */
process.exitCode = await runParts(
  BUILT_FOR.map((browser) => tool(`package ${browser}`, 'wxt', 'zip', '-b', browser, '--level', 'warn')),
);
const folder = path.join(ROOT, '.output');
for (const name of (await readdir(folder)).filter((each) => each.endsWith('.zip')).toSorted()) {
  const sum = createHash('sha256').update(await readFile(path.join(folder, name)));
  console.log(`${sum.digest('hex')}  .output/${name}`);
}
