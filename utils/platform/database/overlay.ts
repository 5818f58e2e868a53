import type { IDBPDatabase } from 'idb';
import type { Journal } from './journal.ts';
import type { LocalCopy } from './local-copy.ts';
import { memoryRows } from './memory-rows.ts';
import type { Shut } from './open.ts';
import { openAsItIs } from './open-as-it-is.ts';
import { PARSED, parseRow } from './read-rows.ts';
import { changesFrom } from './restore.ts';
import { type Change, put, type Rows } from './rows.ts';
import { GLANCE_ID } from './tables.ts';

/** Where the database stands and can be read, though nothing of ours may be written to it. */
const READABLE: readonly Shut[] = ['newer', 'migration', 'full'];

/**
 * Rows in memory that stand in for a database that cannot be used: what can be read of it, what `storage.local`
 * knows of it, and what was changed since. History is left out.
 */
export async function overlayFor(shut: Shut, copy: LocalCopy, journal: Journal): Promise<Rows> {
  const rows = memoryRows();
  if (READABLE.includes(shut)) await rows.write(await storedRows().catch(() => []));
  const facts = await copy.read();
  if ((await rows.count('lines')) === 0) await rows.write(put('lines', facts?.lines ?? []));
  if (facts?.snapshot) {
    const ids = new Set((await rows.all('lines')).map((line) => (line as { id: string }).id));
    await rows.write(await changesFrom(facts.snapshot.glance, rows, ids));
    await rows.write(put('glance', [{ id: GLANCE_ID, glance: facts.snapshot.glance }]));
  }
  await rows.write(await journal.entries());
  return rows;
}

async function storedRows(): Promise<Change[]> {
  const db = await openAsItIs();
  try {
    const tables = PARSED.filter((table) => table !== 'samples' && db.objectStoreNames.contains(table));
    return (await Promise.all(tables.map((table) => readable(db, table)))).flat();
  } finally {
    db.close();
  }
}

async function readable(db: IDBPDatabase, table: (typeof PARSED)[number]): Promise<Change[]> {
  const raw: unknown[] = await db.getAll(table);
  return raw.flatMap((row) =>
    put(
      table,
      [parseRow(table, row)].filter((parsed) => parsed !== null),
    ),
  );
}
