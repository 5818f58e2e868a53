import type { IDBPDatabase } from 'idb';
import { toInstant } from '../../domain/instant.ts';
import { type Connection, createConnection } from './connection.ts';
import { idbRows } from './idb-rows.ts';
import type { Journal } from './journal.ts';
import { createLedger } from './ledger.ts';
import type { LocalCopy } from './local-copy.ts';
import type { Migration } from './migrations.ts';
import { nameOfError, type Shut, shutBy } from './open.ts';
import { overlayFor } from './overlay.ts';
import { readRows } from './read-rows.ts';
import { EMPTY, reconcile } from './reconcile.ts';
import type { Change, Rows } from './rows.ts';

export interface AccessOptions {
  now(): number;
  wait(ms: number): Promise<void>;
  migrations: readonly Migration[];
  copy: LocalCopy;
  journal: Journal;
}

/** The rows, wherever they are to be had: in the database, or in memory while it cannot be used. */
export interface Access {
  run<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /** One transaction. Rejects with QuotaExceededError where there is no room. */
  write(changes: readonly Change[]): Promise<void>;
  /** null = the database can be used */
  shut(): Promise<Shut | null>;
  /** Uses no database for a while, for that reason. */
  hold(shut: Shut): void;
  /** Empties everything; false = the database itself has to wait until it can be used. */
  erase(): Promise<boolean>;
  close(): void;
}

/** What a call meets when its connection has been closed under it. */
const LOST = ['InvalidStateError', 'AbortError', 'UnknownError'];

export function createAccess(options: AccessOptions): Access {
  const { copy, journal } = options;
  const at = () => toInstant(options.now());
  const connection: Connection = createConnection({
    ...options,
    ledger: createLedger(options.now),
    prepare: (db) => prepare(idbRows(db), copy, at()),
  });
  let overlay: Promise<Rows> | null = null;
  let flushing: Promise<void> | null = null;

  const standIn = (shut: Shut): Promise<Rows> => {
    overlay ??= overlayFor(shut, copy, journal);
    return overlay;
  };
  /** false = there is no room for what is waiting */
  const flush = async (db: IDBPDatabase): Promise<boolean> => {
    overlay = null;
    const entries = await journal.entries();
    if (entries.length === 0) return true;
    flushing ??= makeGood(idbRows(db), entries, options).finally(() => {
      flushing = null;
    });
    try {
      await flushing;
      return true;
    } catch (error) {
      if (shutBy(error) !== 'full') throw error;
      connection.hold('full');
      return false;
    }
  };
  const run = async <T>(work: (rows: Rows, record: Journal | null) => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      const { db, shut } = await connection.get();
      if (!db) return work(await standIn(shut), journal);
      try {
        if (await flush(db)) return await work(idbRows(db), null);
      } catch (error) {
        if (!LOST.includes(nameOfError(error))) throw error;
        if (tries > 1) connection.hold('broken');
        else connection.drop(db);
      }
    }
  };
  return {
    run,
    write: (changes) =>
      run(async (rows, record) => {
        await rows.write(changes);
        await record?.add(changes);
      }),
    shut: async () => (await connection.get()).shut,
    hold: connection.hold,
    erase: async () => {
      await journal.settle(await journal.entries());
      await run((rows) => rows.write(EMPTY));
      return (await connection.get()).shut === null || connection.destroy();
    },
    close: connection.close,
  };
}

async function prepare(rows: Rows, copy: LocalCopy, at: string): Promise<Shut | null> {
  try {
    await reconcile(rows, copy, at);
    return null;
  } catch (error) {
    return shutBy(error) === 'full' ? 'full' : null;
  }
}

async function makeGood(rows: Rows, entries: readonly Change[], options: AccessOptions): Promise<void> {
  await rows.write(entries);
  await options.journal.settle(entries);
  if (!entries.some((change) => 'table' in change && change.table === 'lines')) return;
  const lines = await readRows(rows, 'lines', await rows.all('lines'), toInstant(options.now()));
  await options.copy.putLines(lines);
}
