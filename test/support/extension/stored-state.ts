import type { browser as extensionApi } from 'wxt/browser';
import { DATABASE } from '../../../utils/platform/database/tables.ts';
import type { Page } from '../browsers/contract.ts';

declare const browser: typeof extensionApi;

/** What both stores hold of the lines and the glance at one moment. */
export interface StoredState {
  /** in the database */
  names: string[];
  revision: number;
  /** names that the glance tells */
  told: string[];
  /** in `storage.local` */
  copiedNames: string[];
  copiedRevision: number;
  copiedTold: string[];
}

/** Reads both stores without the background. */
export function storedState(desk: Page): Promise<StoredState> {
  return desk.evaluate(async (database) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    interface Named {
      name: string;
    }
    interface Told {
      glance: { revision: number; lines: Named[] };
    }
    const namesOf = (rows: Named[]) => rows.map(({ name }) => name);
    const db = await answer(indexedDB.open(database));
    const tx = db.transaction(['lines', 'glance']);
    const lines: Named[] = await answer(tx.objectStore('lines').getAll());
    const { glance }: Told = await answer(tx.objectStore('glance').get('glance'));
    db.close();
    const local = await browser.storage.local.get(['lines', 'glance']);
    const copy = (local.glance as Told).glance;
    return {
      names: namesOf(lines),
      revision: glance.revision,
      told: namesOf(glance.lines),
      copiedNames: namesOf(local.lines as Named[]),
      copiedRevision: copy.revision,
      copiedTold: namesOf(copy.lines),
    };
  }, DATABASE);
}

/** Everything that both areas and all tables hold, as text. */
export function storedText(desk: Page): Promise<string> {
  return desk.evaluate(async (database) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open(database));
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names);
    const rows = await Promise.all(names.map((name) => answer(tx.objectStore(name).getAll())));
    db.close();
    const areas = [await browser.storage.local.get(null), await browser.storage.session.get(null)];
    return JSON.stringify([names, rows, areas]);
  }, DATABASE);
}

/** Version of the database that stands at present. */
export function versionOf(desk: Page): Promise<number> {
  const read = async (name: string) =>
    (await indexedDB.databases()).find((each) => each.name === name)?.version;
  return desk.evaluate(read, DATABASE).then((version) => version ?? 0);
}

/**
 * Leaves a database as an older version had it, with its rows, and keeps it open without ever giving way. The
 * background must not run. `release` closes it.
 */
export async function holdOlder(desk: Page): Promise<{ release(): Promise<void> }> {
  await desk.evaluate(async (database) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const present = await answer(indexedDB.open(database));
    const names = [...present.objectStoreNames].filter((name) => name !== 'meta' && name !== 'quarantine');
    const tx = present.transaction(names);
    const stores = await Promise.all(
      names.map(async (name) => {
        const store = tx.objectStore(name);
        const rows: unknown[] = await answer(store.getAll());
        return { name, keyPath: store.keyPath, indexes: [...store.indexNames], rows };
      }),
    );
    present.close();
    await answer(indexedDB.deleteDatabase(database));
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of stores) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index, index);
        for (const row of rows) store.put(row);
      }
    };
    Object.assign(globalThis, { held: await answer(opening) });
  }, DATABASE);
  return {
    release: () => desk.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close()),
  };
}
