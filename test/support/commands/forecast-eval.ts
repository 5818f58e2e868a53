import path from 'node:path';
import { readTraces } from '../../bench/forecast/read-traces.ts';
import { evaluate } from '../../bench/forecast/report.ts';
import { VARIANTS } from '../../bench/forecast/variants.ts';
import { aligned } from '../../bench/report.ts';
import { ROOT } from '../run/tools.ts';

const OWN = path.join(ROOT, 'test/bench/traces');

/** `npm run forecast:eval -- DIR [--all-starts | --pieces]`; without a folder the traces of the repository. */
function main(args: readonly string[]): void {
  const [flag = '', ...more] = args.filter((arg) => arg.startsWith('-'));
  const variant = more.length === 0 ? VARIANTS[flag] : undefined;
  if (!variant)
    throw new Error(`Only one of --all-starts and --pieces is known, not: ${[flag, ...more].join(' ')}`);
  const given = args.find((arg) => !arg.startsWith('-'));
  const folder = path.resolve(process.env.INIT_CWD ?? '.', given ?? OWN);
  const { traces, wrong } = readTraces(folder);
  for (const sentence of wrong) console.error(sentence);
  if (wrong.length > 0) process.exitCode = 1;
  if (traces.length === 0) return;
  const { methods, traces: each, left, count } = evaluate(traces, variant);
  if (count === 0) throw new Error(left.join('\n'));
  console.log(`${traces.length} traces, cycles of 30 days, asked on days 5, 10, 15, 20 and 25.\n`);
  console.log(`${aligned(methods)}\n\n${aligned(each)}`);
  if (left.length > 0) console.log(`\n${left.join('\n')}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
