import { DATABASE, GLANCE_ID } from './tables.ts';

/**
 * What stands in the place of the glance record, in a database of whatever version. Rejects where there is none, and
 * leaves none behind. By the browser's own interface: all that the popup waits for is this one row, and a library
 * would arrive later than it.
 */
export function readGlanceRecord(): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const opening = indexedDB.open(DATABASE);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    // An upgrade elsewhere does not wait for this one.
    db.onversionchange = () => db.close();
    resolve(rowOf(db).finally(() => db.close()));
  };
  return promise;
}

async function rowOf(db: IDBDatabase): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const asked = db.transaction('glance').objectStore('glance').get(GLANCE_ID);
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
  return promise;
}
