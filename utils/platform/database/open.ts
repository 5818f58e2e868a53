import { type IDBPDatabase, openDB } from 'idb';
import { abort } from './abort.ts';
import { type Migration, migrate, versionOf } from './migrations.ts';
import { DATABASE } from './tables.ts';

/**
 * Why the database cannot be used at present. `blocked`: another context holds it, or it does not answer.
 * `newer`: a later version of the extension wrote it. `refused`: this browser allows none here, as in permanent
 * private browsing. `full`: no room. `migration`: bringing it up to date failed. `broken`: it cannot be opened.
 */
export type Shut = 'blocked' | 'newer' | 'refused' | 'full' | 'migration' | 'broken';

const SHUT_BY_NAME: Record<string, Shut> = {
  MigrationError: 'migration',
  VersionError: 'newer',
  InvalidStateError: 'refused',
  SecurityError: 'refused',
  QuotaExceededError: 'full',
  AbortError: 'blocked',
};

/** An upgrade was aborted, be it by a step of ours or for want of room: the old version still stands. */
class MigrationError extends Error {
  constructor(cause: unknown) {
    super('the database could not be brought up to date', { cause });
    this.name = 'MigrationError';
  }
}

export function nameOfError(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

export function shutBy(error: unknown): Shut {
  return SHUT_BY_NAME[nameOfError(error)] ?? 'broken';
}

/**
 * Opens the database, bringing it up to date. Rejects with the browser's error, or with MigrationError. `lost` is
 * called when the connection is of no more use.
 */
export async function openUpToDate(
  migrations: readonly Migration[],
  lost: () => void,
): Promise<IDBPDatabase> {
  if (typeof indexedDB === 'undefined') throw new DOMException('no IndexedDB here', 'SecurityError');
  let upgrade: Promise<unknown> | null = null;
  try {
    return await openDB(DATABASE, versionOf(migrations), {
      upgrade: (db, from, _to, tx) => {
        // The open request tells of an abort; the promise of the transaction has nobody else to hear it.
        tx.done.catch(() => undefined);
        upgrade = migrate(db, tx, from, migrations).catch((error: unknown) => {
          abort(tx);
          return error;
        });
      },
      blocking: (_current, _wanted, event) => {
        lost();
        (event.target as IDBDatabase).close();
      },
      terminated: lost,
    });
  } catch (error) {
    if (upgrade) throw new MigrationError((await upgrade) ?? error);
    throw error;
  }
}
