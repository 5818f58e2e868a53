import { deleteDB, type IDBPDatabase } from 'idb';
import { MINUTE } from '../../domain/instant.ts';
import type { Ledger } from './ledger.ts';
import type { Migration } from './migrations.ts';
import { openUpToDate, type Shut, shutBy } from './open.ts';
import { DATABASE } from './tables.ts';

export type Opened = { db: IDBPDatabase; shut: null } | { db: null; shut: Shut };

export interface ConnectionOptions {
  now(): number;
  wait(ms: number): Promise<void>;
  migrations: readonly Migration[];
  ledger: Ledger;
  /** Puts a database that was just opened in order; answers why it cannot be used after all, or null. */
  prepare(db: IDBPDatabase): Promise<Shut | null>;
}

export interface Connection {
  /** Opens the database when needed. Never rejects and never hangs. */
  get(): Promise<Opened>;
  /** Forgets a handle that turned out to be of no use; the next `get` opens anew. */
  drop(db: IDBPDatabase): void;
  /** Uses no database for a while. */
  hold(shut: Shut): void;
  close(): void;
  /** Deletes the database itself; false = it cannot be done at present. */
  destroy(): Promise<boolean>;
}

/** How long an opening may take before the snapshot serves in its place. */
const PATIENCE = 3000;
/** For how long a database that cannot be used is left alone. */
const HOLD = 10 * MINUTE;
const BLOCKED: Opened = { db: null, shut: 'blocked' };

export function createConnection(options: ConnectionOptions): Connection {
  let opening: Promise<Opened> | null = null;
  let opened: Opened | null = null;
  let late = false;
  let retryAt = 0;

  const forget = () => {
    opening = null;
    opened = null;
    late = false;
  };
  const remember = (result: Opened) => {
    opened = result;
    if (result.shut) retryAt = options.now() + HOLD;
  };
  const open = (): Promise<Opened> => {
    const answer: Promise<Opened> = openPrepared(options, () => {
      if (opening === answer) forget();
    });
    void answer.then((result) => {
      if (opening === answer) remember(result);
    });
    return answer;
  };
  const get = async (): Promise<Opened> => {
    if (opened?.shut && options.now() >= retryAt) forget();
    if (opened) return opened;
    opening ??= open();
    if (late) return BLOCKED;
    const outcome = await Promise.race([opening, options.wait(PATIENCE)]);
    late = !outcome;
    return outcome ?? BLOCKED;
  };
  const close = () => {
    opened?.db?.close();
    forget();
  };
  return {
    get,
    drop: (db) => {
      if (opened?.db === db) close();
    },
    hold: (shut) => {
      close();
      remember({ db: null, shut });
    },
    close,
    destroy: async () => {
      close();
      const deleted = deleteDB(DATABASE).then(
        () => true,
        () => false,
      );
      return (await Promise.race([deleted, options.wait(PATIENCE)])) ?? false;
    },
  };
}

async function openPrepared(options: ConnectionOptions, lost: () => void): Promise<Opened> {
  const opened = await openMended(options, lost);
  if (opened.shut) return opened;
  const shut = await options.prepare(opened.db);
  if (!shut) return opened;
  opened.db.close();
  return { db: null, shut };
}

/** A second try, then a new database in place of the old: at most a few times a day, and only if it is broken. */
async function openMended(options: ConnectionOptions, lost: () => void): Promise<Opened> {
  const { ledger, migrations } = options;
  const open = async (): Promise<Opened> => {
    try {
      return { db: await openUpToDate(migrations, lost), shut: null };
    } catch (error) {
      return { db: null, shut: shutBy(error) };
    }
  };
  if (await ledger.isSpent('migration')) return { db: null, shut: 'migration' };
  let opened = await open();
  if (opened.shut === 'migration') await ledger.spend('migration');
  if (opened.shut === 'broken') opened = await open();
  if (opened.shut !== 'broken' || !(await ledger.spend('rebuild'))) return opened;
  await deleteDB(DATABASE).catch(() => undefined);
  return open();
}
