import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { titlesIn } from './fault-table.ts';
import { ROOT } from './tools.ts';

/** Its titles are examples. */
const EXAMPLES = path.join('test', 'build', 'fault-table.test.ts');

/** The ids that titles of tests begin with, in all of the tests and journeys. */
export function titlesInTests(): string[] {
  const files = globSync('test/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) => file !== EXAMPLES);
  return files.flatMap((file) => titlesIn(readFileSync(path.join(ROOT, file), 'utf8')));
}
