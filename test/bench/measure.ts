import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { browser as extensionApi } from 'wxt/browser';
import type { CommandReply } from '../../utils/app/commands.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import type { Sandbox } from '../sandbox/sandbox-types.ts';
import { draftOf } from '../support/extension/connect.ts';
import { until } from '../support/until.ts';
import { type Bench, startBench } from './chromium.ts';
import { growHistory } from './history.ts';
import { paintInPopup, paintInTab, stillOf } from './paint.ts';
import { inTurns } from './series.ts';
import { coldStart, pollByAlarm } from './worker.ts';

declare const browser: typeof extensionApi;

const OF = 'esim';
const LINES = 40;
/** of the history page */
const TEN = 10;
/** The popup's own bars reach back so far: no history at all is this much, so that all three paint the same. */
const DAYS = { none: 16, one: 365, two: 730 };

/** A browser with one line that has been read. */
async function withLine(extension: string, sandbox: Sandbox): Promise<{ bench: Bench; id: string }> {
  const bench = await startBench(extension);
  const filled = { draft: draftOf({ sandbox }, OF), topUpUrl: null, confirmedHosts: [sandbox.host] };
  const message = { v: MESSAGE_VERSION, name: 'add-line', input: filled };
  const send = (envelope: object) => browser.runtime.sendMessage(envelope);
  const reply = (await bench.desk(send, message)) as CommandReply<'add-line'>;
  if (!reply.ok) throw new Error(`add-line: ${JSON.stringify(reply.error)}`);
  return { bench, id: reply.value.lineId };
}

/** The popup against a page without script, and the worker; all with one line. */
export async function measureOneLine(extension: string, sandbox: Sandbox, rounds: number) {
  const { bench, id } = await withLine(extension, sandbox);
  try {
    await writeFile(path.join(extension, 'static.html'), await stillOf(bench, 'popup.html'));
    const paints = await inTurns(rounds, {
      tab: async () => (await paintInTab(bench, 'popup.html')).figure,
      staticTab: async () => (await paintInTab(bench, 'static.html')).figure,
      popup: () => paintInPopup(bench, 'popup.html'),
      staticPopup: () => paintInPopup(bench, 'static.html'),
    });
    // After a start of the browser the schedule waits a while, whatever rings.
    const poll = () => pollByAlarm(bench, sandbox, { id, of: OF });
    await until('the schedule asks', poll, 120_000);
    const work = await inTurns(rounds, {
      coldStart: () => coldStart(bench),
      wokenPoll: async () => {
        await bench.stopWorker();
        return poll();
      },
      poll,
    });
    return { version: bench.version, ...paints, ...work };
  } finally {
    await bench.close();
  }
}

/** The popup with forty lines after no, one and two years; each in a browser of its own, in turn. */
export async function measureHistory(extension: string, sandbox: Sandbox, rounds: number) {
  const benches: Bench[] = [];
  const rows: number[] = [];
  const grown = async (days: number) => {
    const { bench } = await withLine(extension, sandbox);
    benches.push(bench);
    rows.push(await growHistory(bench, LINES, days));
    return async () => (await paintInTab(bench, 'popup.html')).figure;
  };
  try {
    const things = {
      none: await grown(DAYS.none),
      one: await grown(DAYS.one),
      two: await grown(DAYS.two),
    };
    const [, , full] = benches;
    const paints = await inTurns(rounds, {
      ...things,
      popup: async () => (full ? paintInPopup(full, 'popup.html') : Number.NaN),
    });
    return { rows, ...paints };
  } finally {
    for (const bench of benches) await bench.close();
  }
}

/** The history page of ten lines with two years each, against the same page as it has painted, without script. */
export async function measureHistoryPage(extension: string, sandbox: Sandbox, rounds: number) {
  const { bench } = await withLine(extension, sandbox);
  try {
    const rows = await growHistory(bench, TEN, DAYS.two);
    await writeFile(path.join(extension, 'static-history.html'), await stillOf(bench, 'history.html'));
    const firsts: number[] = [];
    const paints = await inTurns(rounds, {
      page: async () => {
        const { first, figure } = await paintInTab(bench, 'history.html');
        firsts.push(first);
        return figure;
      },
      still: async () => (await paintInTab(bench, 'static-history.html')).figure,
    });
    return { rows, ...paints, first: firsts.slice(-rounds) };
  } finally {
    await bench.close();
  }
}
