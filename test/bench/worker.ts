import type { browser as extensionApi } from 'wxt/browser';
import type { Attempt } from '../../utils/domain/records.ts';
import { DATABASE } from '../../utils/platform/database/tables.ts';
import type { Sandbox } from '../sandbox/sandbox-types.ts';
import type { LineId } from '../sandbox/vocabulary.ts';
import type { Bench } from './chromium.ts';

declare const browser: typeof extensionApi;

/** Milliseconds from the event that wakes a sleeping worker until the badge stands in the toolbar. */
export async function coldStart(bench: Bench): Promise<number> {
  await bench.desk(() => browser.action.setBadgeText({ text: '' }));
  await bench.stopWorker();
  return bench.desk(async () => {
    const begun = performance.now();
    // A message of no known kind, so that the worker has nothing to do but to start.
    void browser.runtime.sendMessage({}).catch(() => null);
    while ((await browser.action.getBadgeText({})) === '');
    return performance.now() - begun;
  });
}

/**
 * Milliseconds from the ring of an alarm until the reading that it brings is stored, without what the carrier took
 * for its answer.
 */
export async function pollByAlarm(
  bench: Bench,
  sandbox: Sandbox,
  line: { id: string; of: LineId },
): Promise<number> {
  // Other figures each time, or the carrier would answer that nothing has changed.
  await sandbox.control.lines.drain(line.of, 1_000_000_000 + Math.floor(performance.now()) * 1000);
  await sandbox.control.clearLog();
  const took = await bench.desk(ringAndWait, DATABASE, line.id);
  const asked = sandbox.log();
  if (asked.length === 0 || asked.some(({ status }) => status !== 200))
    throw new Error(
      `the carrier answered ${asked.map(({ path, status }) => `${path} ${status}`).join(', ')}`,
    );
  return took - asked.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
}

/** Runs on the desk, where the alarm rings as well. */
async function ringAndWait(database: string, lineId: string): Promise<number> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open(database));
  const attempts = (mode: IDBTransactionMode) => db.transaction('attempts', mode).objectStore('attempts');
  const stored = (): Promise<Attempt> => answer(attempts('readonly').get(lineId));
  const longAgo = new Date(Date.now() - 7_200_000).toISOString().replace(/\.\d+/, '');
  const due = { startedAt: longAgo, finishedAt: longAgo, nextPollAt: longAgo, recent: [] };
  const last = await stored();
  await answer(attempts('readwrite').put({ ...last, ...due }));
  const ring = Promise.withResolvers<number>();
  const onRing = () => ring.resolve(performance.now());
  browser.alarms.onAlarm.addListener(onRing);
  let rung: number | null = null;
  while (rung === null) {
    await browser.alarms.create('due', { when: Date.now() + 50 });
    // A worker that is just ending its last poll sets the alarm of the same name to another time.
    const lost = new Promise<null>((done) => setTimeout(() => done(null), 1000));
    rung = await Promise.race([ring.promise, lost]);
  }
  browser.alarms.onAlarm.removeListener(onRing);
  try {
    for (;;) {
      const { startedAt, finishedAt, failure } = await stored();
      if (startedAt !== longAgo && finishedAt !== null && failure === null) return performance.now() - rung;
      if (performance.now() - rung > 10_000) throw new Error('the alarm brought no reading');
    }
  } finally {
    db.close();
  }
}
