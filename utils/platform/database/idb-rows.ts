import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Instant } from '../../domain/instant.ts';
import { abort } from './abort.ts';
import type { Change, Rows } from './rows.ts';
import { INDEXED_TABLES, type Table } from './tables.ts';

type Writing = IDBPTransaction<unknown, string[], 'readwrite'>;

/** Every sample of the line from `from` on, whatever its key holds beside the line. */
function samplesOf(lineId: string, from?: Instant): IDBKeyRange {
  return IDBKeyRange.bound(from === undefined ? [lineId] : [lineId, from], [`${lineId}\0`], false, true);
}

export function idbRows(db: IDBPDatabase): Rows {
  return {
    get: (table, key) => db.get(table, key),
    all: (table) => db.getAll(table),
    ofLine: (table, lineId, from) => {
      if (table === 'samples') return db.getAll(table, samplesOf(lineId, from));
      return INDEXED_TABLES.includes(table)
        ? db.getAllFromIndex(table, 'lineId', lineId)
        : db.getAll(table, lineId);
    },
    newestSample: async (lineId) => {
      const tx = db.transaction('samples');
      const cursor = await tx.store.openCursor(samplesOf(lineId), 'prev');
      return cursor?.value;
    },
    sampleTimes: async (lineId) => {
      const keys = await db.getAllKeys('samples', samplesOf(lineId));
      return (keys as [string, Instant][]).map(([, at]) => at);
    },
    count: (table) => db.count(table),
    write: async (changes) => {
      if (changes.length === 0) return;
      const tx = db.transaction([...new Set(changes.map(tableOf))], 'readwrite');
      await finish(tx, (requests) => {
        for (const change of changes) requests.push(apply(tx, change));
      });
    },
    setAside: async (key, note, isBad) => {
      const tx = db.transaction([note.table, 'quarantine'], 'readwrite');
      const row = await tx.objectStore(note.table).get(key);
      await finish(tx, (requests) => {
        if (row === undefined || !isBad(row)) return;
        requests.push(tx.objectStore('quarantine').put({ ...note, row }));
        requests.push(tx.objectStore(note.table).delete(key));
      });
    },
  };
}

function tableOf(change: Change): Table {
  return change.do === 'drop-before' ? 'samples' : change.table;
}

/**
 * Nothing of the transaction stands if a single request fails, be it before it is even sent. Rejects with what ended
 * the transaction: the requests that it took along only say that it was aborted.
 */
async function finish(tx: Writing, begin: (requests: Promise<unknown>[]) => void): Promise<void> {
  const requests: Promise<unknown>[] = [];
  try {
    begin(requests);
    await Promise.all([...requests, tx.done]);
  } catch (error) {
    abort(tx);
    await Promise.allSettled([...requests, tx.done]);
    throw tx.error ?? error;
  }
}

function apply(tx: Writing, change: Change): Promise<unknown> {
  const store = tx.objectStore(tableOf(change));
  switch (change.do) {
    case 'put':
      return store.put(change.row);
    case 'drop':
      return store.delete(change.key);
    case 'drop-before':
      return store.delete(IDBKeyRange.bound([change.lineId], [change.lineId, change.at], false, true));
    case 'clear':
      return store.clear();
    case 'drop-line':
      return dropLine(tx, change.table, change.lineId);
  }
}

async function dropLine(tx: Writing, table: Table, lineId: string): Promise<void> {
  const store = tx.objectStore(table);
  if (!INDEXED_TABLES.includes(table)) {
    await store.delete(table === 'samples' ? samplesOf(lineId) : lineId);
    return;
  }
  const keys = await store.index('lineId').getAllKeys(lineId);
  await Promise.all(keys.map((key) => store.delete(key)));
}
