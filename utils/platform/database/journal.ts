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
  const entries = new Map<string, Change>();
  const note = (change: Change) => {
    const name = nameOf(change);
    // Set anew rather than replaced, so that it keeps its place after what came between.
    entries.delete(name);
    entries.set(name, change);
  };
  const load = async () => {
    const kept = await session.get(KEY).catch(() => undefined);
    if (Array.isArray(kept)) for (const change of kept as Change[]) note(change);
  };
  const keep = async () => {
    const lasting = [...entries.values()].filter((change) => !isHistory(change));
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
      return [...entries.values()];
    },
    add: async (changes) => {
      await ready();
      for (const change of changes) note(change);
      await keep();
    },
    settle: async (done) => {
      await ready();
      if (done.length === 0) return;
      const settled = new Set(done);
      for (const [name, change] of entries) if (settled.has(change)) entries.delete(name);
      await keep();
    },
  };
}

/** Changes of one name are changes of the same thing, of which only the last counts. */
function nameOf(change: Change): string {
  if (change.do === 'put') return JSON.stringify([change.table, keyOf(change.table, change.row)]);
  if (change.do === 'drop') return JSON.stringify([change.table, change.key]);
  return JSON.stringify(change);
}

function isHistory(change: Change): boolean {
  return change.do === 'drop-before' || (change.do === 'put' && change.table === 'samples');
}
