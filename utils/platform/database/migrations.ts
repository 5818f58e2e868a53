import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { KEY_PATHS, type Table } from './tables.ts';

export type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** A step may await nothing but requests of its own transaction. */
export type Step = (db: IDBPDatabase, tx: Upgrade) => Promise<unknown> | undefined;

export interface Migration {
  /** the version that stands when all steps are done */
  to: number;
  steps: readonly Step[];
}

const create =
  (table: Table, ...indexes: string[]): Step =>
  (db) => {
    const options = { keyPath: KEY_PATHS[table], autoIncrement: table === 'quarantine' };
    const store = db.createObjectStore(table, options);
    for (const index of indexes) store.createIndex(index, index);
  };

/** In order; each is applied whole or not at all, since an upgrade is one transaction. */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    steps: [
      create('lines'),
      create('readings'),
      create('samples'),
      create('attempts'),
      create('alerts', 'lineId'),
      create('topUps', 'lineId'),
      create('glance'),
    ],
  },
  { to: 2, steps: [create('quarantine', 'lineId'), create('meta')] },
];

export function versionOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? 0;
}

/** Brings a database from version `from` to the newest. Rejects with what a step throws. */
export async function migrate(
  db: IDBPDatabase,
  tx: Upgrade,
  from: number,
  migrations: readonly Migration[],
): Promise<void> {
  for (const { to, steps } of migrations) {
    if (to <= from) continue;
    for (const step of steps) {
      const request = step(db, tx);
      if (request) await request;
    }
  }
}
