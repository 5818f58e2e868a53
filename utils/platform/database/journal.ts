import type { SessionStore } from '../session.ts';
import type { Change } from './rows.ts';
import { keyOf } from './tables.ts';

/**
 * What was changed while the database could not be used, to be made good when it can. It outlives the worker in
 * `storage.session`, all but history: that has no place there and goes with the worker.
 */
export interface Journal {
  entries(): Promise<readonly Change[]>;
  add(changes: readonly Change[]): Promise<void>;
  /** Forgets entries that were made good; others may have come meanwhile. */
  settle(done: readonly Change[]): Promise<void>;
}

const KEY = 'storageJournal';

export function createJournal(session: Pick<SessionStore, 'get' | 'set' | 'remove'>): Journal {
  let loaded: Promise<void> | null = null;
  let entries: Change[] = [];
  const load = async () => {
    const kept = await session.get(KEY).catch(() => undefined);
    if (Array.isArray(kept)) entries = [...(kept as Change[]), ...entries];
  };
  const keep = async () => {
    const lasting = entries.filter((change) => !isHistory(change));
    const kept = lasting.length > 0 ? session.set(KEY, lasting) : session.remove(KEY);
    await kept.catch(() => undefined);
  };
  const ready = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    entries: async () => {
      await ready();
      return entries;
    },
    add: async (changes) => {
      await ready();
      for (const change of changes) entries = [...entries.filter((old) => !isOutdone(old, change)), change];
      await keep();
    },
    settle: async (done) => {
      await ready();
      if (done.length === 0) return;
      entries = entries.filter((change) => !done.includes(change));
      await keep();
    },
  };
}

function isHistory(change: Change): boolean {
  return change.do === 'drop-before' || (change.do === 'put' && change.table === 'samples');
}

/** A later change of the same row makes the earlier one pointless. */
function isOutdone(old: Change, by: Change): boolean {
  if (old.do === 'drop-before' || by.do === 'drop-before' || old.table !== by.table) return false;
  if (by.do === 'clear') return true;
  const key = keyIn(old);
  return key !== null && key === keyIn(by);
}

function keyIn(change: Change): string | null {
  if (change.do === 'put') return JSON.stringify(keyOf(change.table, change.row));
  return change.do === 'drop' ? JSON.stringify(change.key) : null;
}
