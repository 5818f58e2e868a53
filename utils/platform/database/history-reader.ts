import type { IDBPDatabase } from 'idb';
import type { Instant } from '../../domain/instant.ts';
import { type Sample, sampleSchema } from '../../domain/records.ts';
import { openAsItIs } from './open-as-it-is.ts';

/** How many rows are read before the page may paint again. */
const CHUNK = 3000;

export interface HistoryRows {
  /** oldest first */
  samples: Sample[];
  /** rows that cannot be read; the background sets them aside when it meets them */
  bad: number;
}

/** Reads history for a page, past the background; it writes nothing. Every method rejects where there is no database. */
export interface HistoryReader {
  /** The rows of a line from an instant on, and the one before them. */
  since(lineId: string, from: Instant): Promise<HistoryRows>;
  /** All rows of a line before an instant. */
  before(lineId: string, until: Instant): Promise<HistoryRows>;
}

function readable(raw: readonly unknown[]): HistoryRows {
  const samples = raw.flatMap((row) => {
    const parsed = sampleSchema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return { samples, bad: raw.length - samples.length };
}

async function olderRows(db: IDBPDatabase, lineId: string, until: Instant): Promise<HistoryRows> {
  const rows: HistoryRows = { samples: [], bad: 0 };
  for (let from = ''; ; ) {
    const range = IDBKeyRange.bound([lineId, from], [lineId, until], from !== '', true);
    const raw: { at: Instant }[] = await db.getAll('samples', range, CHUNK);
    const { samples, bad } = readable(raw);
    for (const sample of samples) rows.samples.push(sample);
    rows.bad += bad;
    const last = raw.at(-1);
    if (last === undefined || raw.length < CHUNK) return rows;
    from = last.at;
  }
}

async function newerRows(db: IDBPDatabase, lineId: string, from: Instant): Promise<HistoryRows> {
  const tx = db.transaction('samples');
  const raw = await tx.store.getAll(IDBKeyRange.bound([lineId, from], [`${lineId}\0`], false, true));
  const cursor = await tx.store.openCursor(
    IDBKeyRange.bound([lineId, ''], [lineId, from], false, true),
    'prev',
  );
  return readable(cursor ? [cursor.value, ...raw] : raw);
}

export function createHistoryReader(): HistoryReader {
  let opening: Promise<IDBPDatabase> | null = null;
  const run = async <T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      opening ??= openAsItIs();
      return await work(await opening);
    } catch {
      // The connection has given way to a newer version, or the database was replaced: it is opened once more.
      opening = openAsItIs();
      return await work(await opening);
    }
  };
  return {
    since: (lineId, from) => run((db) => newerRows(db, lineId, from)),
    before: (lineId, until) => run((db) => olderRows(db, lineId, until)),
  };
}
