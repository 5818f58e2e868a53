import 'fake-indexeddb/auto';
import { IDBFactory, IDBOpenDBRequest, IDBVersionChangeEvent } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStore, type DataStore, type StoreOptions } from '../../utils/platform/database/store.ts';
import { DATABASE, TABLES, type Table } from '../../utils/platform/database/tables.ts';
import { NOW } from './stored-rows.ts';

/* A browser's storage that can be lost, refused and filled up at will. */

export const local = fakeBrowser.storage.local;

/** A new profile: nothing is stored anywhere. */
export function newProfile(): void {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
}

/** A worker's own store; a second one stands for the worker that starts after the first has died. */
export function startWorker(options: Partial<StoreOptions> = {}): DataStore {
  const store = createStore({ clock: { now: () => Date.parse(NOW) }, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** What stands in the database, by table; the tables that are there, at whatever version. */
export async function storedTables(): Promise<Partial<Record<Table, unknown[]>>> {
  const db = await openDB(DATABASE);
  try {
    const there = TABLES.filter((table) => db.objectStoreNames.contains(table));
    const rows = await Promise.all(there.map(async (table) => [table, await db.getAll(table)]));
    return Object.fromEntries(rows);
  } finally {
    db.close();
  }
}

/** Writes rows past the store, as an older version or another hand would have. */
export async function plant(table: Table, ...rows: unknown[]): Promise<void> {
  const db = await openDB(DATABASE);
  for (const row of rows) await db.put(table, row);
  db.close();
}

/** What random bytes over the files come to: the database opens empty, without an error. */
export function loseDatabase(): Promise<void> {
  return deleteDB(DATABASE);
}

/** IndexedDB answers every opening with this error, until `isMended` says otherwise. Answers how often it was asked. */
export function refuseOpening(name: string, isMended: () => boolean = () => false): () => number {
  const realOpen = indexedDB.open.bind(indexedDB);
  const open = vi.spyOn(indexedDB, 'open').mockImplementation((...asked) => {
    if (isMended()) return realOpen(...asked);
    const request = new IDBOpenDBRequest();
    queueMicrotask(() => {
      Object.assign(request, { readyState: 'done', error: new DOMException('refused', name) });
      request.dispatchEvent(new IDBVersionChangeEvent('error'));
    });
    return request;
  });
  onTestFinished(() => open.mockRestore());
  return () => open.mock.calls.length;
}

/** There is no room for rows of these tables until `isFull` says otherwise. */
export function fillDisk(tables: readonly Table[], isFull: () => boolean = () => true): void {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    const request = Reflect.apply(realPut, this, row) as IDBRequest<IDBValidKey>;
    // What an abort for want of room looks like from outside: the transaction ends with that error.
    const transaction = this.transaction as unknown as { _abort(name: string): void };
    if (tables.includes(this.name as Table) && isFull()) {
      request.addEventListener('success', () => transaction._abort('QuotaExceededError'), { once: true });
    }
    return request;
  });
  onTestFinished(() => put.mockRestore());
}

const realPut = IDBObjectStore.prototype.put;
