import { DAY, toInstant } from '../../domain/instant.ts';
import type { Access } from './access.ts';
import { shutBy } from './open.ts';
import type { Change, Rows } from './rows.ts';
import { keyOf } from './tables.ts';

/** History younger than this is never given up for room: the forecast and the bars live on it. */
const KEPT_ANYWAY = 14 * DAY;

export interface Room {
  /** Writes; where there is no room, after pruning old history, then without history, then in memory. */
  write(changes: readonly Change[]): Promise<void>;
  /** History had to be left out lately. */
  isFull(): boolean;
}

export function createRoom(access: Access, now: () => number): Room {
  let full = false;
  const fits = async (changes: readonly Change[]): Promise<boolean> => {
    try {
      await access.write(changes);
      return true;
    } catch (error) {
      if (shutBy(error) !== 'full') throw error;
      return false;
    }
  };
  const write: Room['write'] = async (changes) => {
    const rest = changes.filter((change) => !isSample(change));
    if (await fits(changes)) {
      full &&= rest.length === changes.length;
      return;
    }
    await access.run((rows) => prune(rows, now())).catch(() => undefined);
    if (await fits(changes)) return;
    full = rest.length < changes.length && (await fits(rest));
    if (full) return;
    access.hold('full');
    await access.write(changes);
  };
  return { write, isFull: () => full };
}

function isSample(change: Change): boolean {
  return change.do === 'put' && change.table === 'samples';
}

/** Gives up the oldest quarter of each line's history. */
async function prune(rows: Rows, now: number): Promise<void> {
  const limit = toInstant(now - KEPT_ANYWAY);
  const drops: Change[] = [];
  for (const line of await rows.all('lines')) {
    const lineId = String(keyOf('lines', line));
    const times = await rows.sampleTimes(lineId);
    const at = times[Math.floor(times.length / 4)];
    const [until] = [at ?? limit, limit].toSorted();
    drops.push({ do: 'drop-before', lineId, at: until ?? limit });
  }
  await rows.write(drops);
}
