import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loads } from '../../bench/crowds.ts';
import { measureHistory, measureHistoryPage, measureOneLine } from '../../bench/measure.ts';
import { benchCopy, withPackages } from '../../bench/packages.ts';
import { page } from '../../bench/page.ts';
import {
  aligned,
  commit,
  laterRow,
  loadTable,
  machine,
  sizeTable,
  TIMES_HEAD,
  timeRow,
} from '../../bench/report.ts';
import { sizesOf } from '../../bench/sizes.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { ROOT } from '../run/tools.ts';

const FEWEST_ROUNDS = 20;
/** `npm run bench -- 40` does forty rounds instead of twenty. */
const rounds = Math.max(FEWEST_ROUNDS, Number(process.argv[2]) || 0);
const load = () => os.loadavg()[0] ?? 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** Says what is being done, and how long it took: minutes without a word look like an end that never comes. */
async function told<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const begin = performance.now();
  const done = await work();
  console.log(`${what.padEnd(26)} ${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s`);
  return done;
}

const before = load();
await withPackages(async (folder) => {
  const sizes = sizeTable({ Chromium: sizesOf(folder, 'chrome'), Firefox: sizesOf(folder, 'firefox') });
  const extension = await benchCopy(folder);
  const sandbox = await startSandbox({ speed: 0 });
  try {
    console.log(`Measuring in Chromium, ${rounds} rounds …`);
    const one = await told('one line', () => measureOneLine(extension, sandbox, rounds));
    const many = await told('forty lines', () => measureHistory(extension, sandbox, rounds));
    const history = await told('history page', () => measureHistoryPage(extension, sandbox, rounds));
    const crowds = await told('many installs', () => loadTable(loads()));
    const times = [
      TIMES_HEAD,
      timeRow('popup as a tab, to the figure', one.tab),
      timeRow('static page as a tab', one.staticTab),
      laterRow('popup after the static page, as tabs', one.tab, one.staticTab, 40),
      timeRow('real popup, from opening to the figure', one.popup),
      timeRow('static page as the real popup', one.staticPopup),
      laterRow('popup after the static page, as real popups', one.popup, one.staticPopup, null),
      timeRow('sleeping worker, from waking to the badge', one.coldStart),
      timeRow('poll, from alarm to stored reading, worker asleep', one.wokenPoll),
      timeRow('poll, from alarm to stored reading, worker awake', one.poll),
      timeRow('40 lines, 16 days of history, popup as a tab', many.none),
      timeRow('40 lines, one year, popup as a tab', many.one),
      timeRow('40 lines, two years, popup as a tab', many.two),
      laterRow('two years after 16 days', many.two, many.none, null),
      timeRow('40 lines, two years, real popup', many.popup),
      timeRow('history page, 10 lines, two years, to its first paint', history.first),
      timeRow('history page, 10 lines, two years, to the first figures', history.page),
      timeRow('the same page without script', history.still),
      laterRow('first paint of the history page after that', history.first, history.still, 100),
      laterRow('first figures of the history page after that', history.page, history.still, null),
    ];
    for (const table of [times, sizes, crowds]) console.log(`\n${aligned(table)}`);
    const text = page({
      date: new Date().toISOString().slice(0, 10),
      machine: machine(),
      browser: one.version.replace('/', ' '),
      commit: commit(),
      command: ['npm run bench', ...(process.argv[2] ? ['--', process.argv[2]] : [])].join(' '),
      load: [before, load()],
      rows: many.rows,
      pageRows: history.rows,
      times,
      sizes,
      loads: crowds,
    });
    await writeFile(path.join(ROOT, 'docs/bench.md'), text);
    console.log('\nWritten to docs/bench.md.');
  } finally {
    await sandbox.close();
  }
});
