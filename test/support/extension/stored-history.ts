import type { Sample } from '../../../utils/domain/records.ts';
import { DATABASE } from '../../../utils/platform/database/tables.ts';
import type { Page } from '../browsers/contract.ts';

/** Gives a line that has been read once a history of so many rows, one each quarter of an hour up to then. */
export function seedHistory(desk: Page, lineId: string, rows: number): Promise<void> {
  return desk.evaluate(
    async (database, id, count) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      const db = await answer(indexedDB.open(database));
      const all: Sample[] = await answer(db.transaction('samples').objectStore('samples').getAll());
      const last = all.find((row) => row.lineId === id);
      if (!last) throw new Error(`${id} has not been read`);
      const tx = db.transaction('samples', 'readwrite', { durability: 'relaxed' });
      const store = tx.objectStore('samples');
      for (let quarters = 1; quarters <= count; quarters += 1) {
        const at = new Date(Date.parse(last.at) - quarters * 900_000).toISOString().replace('.000', '');
        store.put({ ...last, at, spent: 1_000_000 });
      }
      await new Promise<void>((done, failed) => {
        tx.oncomplete = () => done();
        tx.onabort = () => failed(tx.error);
      });
      db.close();
    },
    DATABASE,
    lineId,
    rows,
  );
}

/** How many rows of history are stored. */
export function countSamples(desk: Page): Promise<number> {
  return desk.evaluate(async (database) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open(database));
    const count = await answer(db.transaction('samples').objectStore('samples').count());
    db.close();
    return count;
  }, DATABASE);
}

/** Every row of history that is stored. */
export function allSamples(desk: Page): Promise<Sample[]> {
  return desk.evaluate(async (database) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open(database));
    const rows: Sample[] = await answer(db.transaction('samples').objectStore('samples').getAll());
    db.close();
    return rows;
  }, DATABASE);
}

/** Loses the history of a line, all but its newest row. */
export function dropSamples(desk: Page, lineId: string): Promise<void> {
  return desk.evaluate(
    async (database, id) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      const db = await answer(indexedDB.open(database));
      const tx = db.transaction('samples', 'readwrite');
      const store = tx.objectStore('samples');
      const all = IDBKeyRange.bound([id], [`${id}\0`]);
      const keys = await answer(store.getAllKeys(all));
      for (const key of keys.slice(0, -1)) await answer(store.delete(key));
      db.close();
    },
    DATABASE,
    lineId,
  );
}
