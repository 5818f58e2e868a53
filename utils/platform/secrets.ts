import { isWeakPassphrase, LockedError, WeakPassphraseError } from '../domain/locked.ts';
import type { WebLocks } from './locks.ts';
import { rewriteLocal } from './rewrite-local.ts';
import { deriveKey } from './secret-crypto.ts';
import { bind, closed, newWrapping, opened, proves } from './secret-rows.ts';
import {
  type Head,
  type LineSecret,
  lineIdsOf,
  readHead,
  readRow,
  removeAllSets,
  removeRow,
  removeSet,
  writeHead,
  writeRow,
} from './secret-sets.ts';
import type { SessionStore } from './session.ts';

/**
 * Every method but `has`, `state` and `lock` throws what `storage.local` throws when it refuses: a secret that cannot be
 * read is not a secret that is missing.
 */
export interface SecretVault {
  /** null = none stored. Throws LockedError while the passphrase has not been entered. */
  get(lineId: string): Promise<LineSecret | null>;
  /** Throws LockedError. */
  put(lineId: string, secret: LineSecret): Promise<void>;
  /** Whether something that can be read is stored for the line; known while it is locked too. */
  has(lineId: string): Promise<boolean>;
  remove(lineId: string): Promise<void>;
  /** All secrets and the passphrase itself go. */
  removeAll(): Promise<void>;
  state(): Promise<'plain' | 'locked' | 'open'>;
  /**
   * Wraps everything under a new passphrase; null stores it plainly again. Throws LockedError, and
   * WeakPassphraseError where the passphrase is too easily guessed.
   */
  setPassphrase(passphrase: string | null): Promise<void>;
  /** false = wrong passphrase */
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
}

export interface VaultOptions {
  session: Pick<SessionStore, 'get' | 'set' | 'remove'>;
  locks: WebLocks;
}

/** The open key, under which it is kept while the browser runs. */
const KEY = 'secretsKey';

/** Secrets in `storage.local` under keys of their own, apart from lines. */
export function createSecretStore({ session, locks }: VaultOptions): SecretVault {
  const alone = <T>(work: (head: Head) => Promise<T>): Promise<T> =>
    locks.exclusive('secrets', async () => work(await tidied(await readHead())));
  /** null = nothing is wrapped. Throws LockedError. */
  const openKey = async ({ set, wrapping }: Head): Promise<string | null> => {
    if (!wrapping) return null;
    const kept = (await session.get(KEY)) as { set?: unknown; key?: unknown } | undefined;
    if (kept?.set !== set || typeof kept.key !== 'string') throw new LockedError();
    return kept.key;
  };
  const read = async (head: Head, lineId: string): Promise<LineSecret | null> => {
    const row = await readRow(head.set, lineId);
    return row && opened(row, await openKey(head), bind(head.set, lineId));
  };
  return {
    get: (lineId) => alone((head) => read(head, lineId)),
    put: (lineId, secret) =>
      alone(async (head) => {
        const key = await openKey(head);
        await writeRow(head.set, lineId, await closed(secret, key, bind(head.set, lineId)));
      }),
    has: (lineId) => alone(async (head) => (await readRow(head.set, lineId)) !== null).catch(() => false),
    remove: (lineId) =>
      alone(async (head) => {
        await removeRow(head.set, lineId);
        await rewriteLocal();
      }),
    removeAll: () =>
      locks.exclusive('secrets', async () => {
        await removeAllSets();
        await rewriteLocal();
        await session.remove(KEY);
      }),
    state: async () => {
      try {
        const head = await readHead();
        return head.wrapping ? await openKey(head).then(() => 'open' as const) : 'plain';
      } catch (error) {
        return error instanceof LockedError ? 'locked' : 'plain';
      }
    },
    setPassphrase: (passphrase) =>
      alone(async (head) => {
        if (passphrase !== null && isWeakPassphrase(passphrase)) throw new WeakPassphraseError();
        const key = await openKey(head);
        const set = crypto.randomUUID();
        const { wrapping, key: newKey } = await newWrapping(passphrase, set);
        await writeHead({ ...head, leftover: set });
        for (const lineId of await lineIdsOf(head.set)) {
          const row = await readRow(head.set, lineId);
          const secret = row && (await opened(row, key, bind(head.set, lineId)));
          if (secret) await writeRow(set, lineId, await closed(secret, newKey, bind(set, lineId)));
        }
        await writeHead({ v: 1, set, wrapping, leftover: head.set });
        await (newKey === null ? session.remove(KEY) : session.set(KEY, { set, key: newKey }));
        await tidied({ v: 1, set, wrapping, leftover: head.set });
      }),
    unlock: (passphrase) =>
      alone(async ({ set, wrapping }) => {
        if (!wrapping) return true;
        const key = await deriveKey(passphrase, wrapping);
        if (!(await proves(key, set, wrapping))) return false;
        await session.set(KEY, { set, key });
        return true;
      }),
    lock: () => session.remove(KEY),
  };
}

/** Removes what a change of passphrase has left behind. */
async function tidied(head: Head): Promise<Head> {
  if (head.leftover === null) return head;
  await removeSet(head.leftover);
  const tidy = { ...head, leftover: null };
  await writeHead(tidy);
  await rewriteLocal();
  return tidy;
}
