import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFaults, tally, titlesIn } from '../run/fault-table.ts';
import { ROOT } from '../run/tools.ts';

const page = readFileSync(path.join(ROOT, 'docs/faults.md'), 'utf8');
const files = globSync('test/**/*.{ts,tsx}', { cwd: ROOT });
const titles = files.flatMap((file) => titlesIn(readFileSync(path.join(ROOT, file), 'utf8')));
const { covered, excused, later, open, strange } = tally(readFaults(page), titles);

for (const [word, ids] of Object.entries({ covered, excused, later, open })) {
  console.log(`${word.padEnd(8)} ${String(ids.length).padStart(3)}  ${ids.join(' ')}`);
}
if (strange.length > 0) {
  console.error(`Tests name rows that docs/faults.md does not have: ${strange.join(' ')}`);
  process.exitCode = 1;
}
