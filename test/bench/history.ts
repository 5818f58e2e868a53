import type { browser as extensionApi } from 'wxt/browser';
import type { Sample } from '../../utils/domain/records.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import { DATABASE } from '../../utils/platform/database/tables.ts';
import type { Bench } from './chromium.ts';

declare const browser: typeof extensionApi;

/**
 * Makes so many lines of the one that is there, each with a history of so many days as dense as the extension keeps
 * it: every change for a week (one an hour), hourly for 90 days, daily before. Answers the rows of history.
 */
export async function growHistory(bench: Bench, lines: number, days: number): Promise<number> {
  await bench.stopWorker();
  const rows = await bench.desk(writeRows, DATABASE, lines, days);
  const rebuild = { v: MESSAGE_VERSION, name: 'rebuild-glance', input: {} };
  await bench.desk((message) => browser.runtime.sendMessage(message), rebuild);
  return rows;
}

/** Runs on the desk. */
async function writeRows(database: string, lines: number, days: number): Promise<number> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open(database));
  const tables = ['lines', 'readings', 'attempts', 'samples'];
  const tx = db.transaction(tables, 'readwrite', { durability: 'relaxed' });
  const store = (name: string) => tx.objectStore(name);
  const [line] = await answer(store('lines').getAll());
  const reading = await answer(store('readings').get(line.id));
  const attempt = await answer(store('attempts').get(line.id));
  const [sample]: Sample[] = await answer(store('samples').getAll());
  if (!sample) throw new Error('the line has not been read');
  const newest = Date.parse(sample.at);
  let rows = 0;
  for (let index = 0; index < lines; index += 1) {
    const lineId = index === 0 ? line.id : `${line.id}-${index}`;
    store('lines').put({ ...line, id: lineId, order: index, name: `${line.name} ${index + 1}` });
    store('readings').put({ ...reading, lineId });
    store('attempts').put({ ...attempt, lineId });
    for (let hours = 0; hours <= days * 24; hours += hours < 90 * 24 ? 1 : 24) {
      const at = new Date(newest - hours * 3_600_000).toISOString().replace('.000', '');
      const grain = hours < 7 * 24 ? 'raw' : hours < 90 * 24 ? 'hour' : 'day';
      store('samples').put({ ...sample, lineId, at, grain, spent: 1_000_000 * ((hours % 7) + 1) });
      rows += 1;
    }
  }
  await new Promise<void>((done, failed) => {
    tx.oncomplete = () => done();
    tx.onabort = () => failed(tx.error);
  });
  db.close();
  return rows;
}
