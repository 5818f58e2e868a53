import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFaults, tally } from '../run/fault-table.ts';
import { titlesInTests } from '../run/fault-titles.ts';
import { ROOT } from '../run/tools.ts';

const page = readFileSync(path.join(ROOT, 'docs/faults.md'), 'utf8');
const { covered, excused, later, open, strange } = tally(readFaults(page), titlesInTests());

for (const [word, ids] of Object.entries({ covered, excused, later, open })) {
  console.log(`${word.padEnd(8)} ${String(ids.length).padStart(3)}  ${ids.join(' ')}`);
}
if (strange.length > 0) {
  console.error(`Tests name rows that docs/faults.md does not have: ${strange.join(' ')}`);
  process.exitCode = 1;
}
