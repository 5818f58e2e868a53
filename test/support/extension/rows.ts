import type { Attempt, Sample } from '../../../utils/domain/records.ts';
import { DATABASE } from '../../../utils/platform/database/tables.ts';
import type { Scene } from './scene.ts';

/** How the last poll of a line stands in the database; rejects when there was none. */
export async function attemptOf(scene: Scene, lineId: string): Promise<Attempt> {
  const [attempt] = (await rowsOf(scene, 'attempts', lineId)) as Attempt[];
  if (!attempt) throw new Error(`no attempt of ${lineId}`);
  return attempt;
}

/** The stored history of a line, oldest first. */
export async function historyOf(scene: Scene, lineId: string): Promise<Sample[]> {
  return (await rowsOf(scene, 'samples', lineId)) as Sample[];
}

/** Rows of a line as they are on the disk, whatever the background has in its memory. */
function rowsOf({ desk }: Scene, table: 'attempts' | 'samples', lineId: string): Promise<unknown[]> {
  const read = async (database: string, store: string, id: string) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open(database));
    const rows: { lineId: string }[] = await answer(db.transaction(store).objectStore(store).getAll());
    db.close();
    return rows.filter((row) => row.lineId === id);
  };
  return desk.evaluate(read, DATABASE, table, lineId);
}
