import { type IDBPDatabase, openDB } from 'idb';
import { DATABASE } from './tables.ts';

/** Opens the database at whatever version it has, for reading. Rejects where there is none. */
export async function openAsItIs(): Promise<IDBPDatabase> {
  return openDB(DATABASE, undefined, {
    upgrade: (_db, _from, _to, tx) => {
      tx.done.catch(() => undefined);
      tx.abort();
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}
