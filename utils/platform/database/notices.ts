import type { Notice } from '../../domain/glance.ts';
import { DAY, toInstant } from '../../domain/instant.ts';
import type { Access } from './access.ts';
import type { LocalCopy, Loss } from './local-copy.ts';
import type { Shut } from './open.ts';
import type { Room } from './room.ts';

/** For how long a loss is told after it was noticed. */
const TOLD_FOR = 7 * DAY;

const NOTICE_OF_SHUT: Record<Shut, Notice | null> = {
  // Over in a moment, and nothing is lost by it.
  blocked: null,
  newer: 'read-only',
  migration: 'read-only',
  refused: 'memory-only',
  broken: 'memory-only',
  full: 'storage-full',
};

/** What is wrong with the storage at present; `now` in milliseconds. */
export async function noticesOf(access: Access, room: Room, copy: LocalCopy, now: number): Promise<Notice[]> {
  const shut = await access.shut();
  const setAside = await access.run((rows) => rows.count('quarantine'));
  const facts = await copy.read();
  const since = toInstant(now - TOLD_FOR);
  const losses = Object.entries(facts?.losses ?? {}) as [Loss, string][];
  const told = losses.filter(([, at]) => at > since).map(([loss]) => loss);
  const found: (Notice | null | false)[] = [
    ...told,
    facts === null && 'settings-lost',
    shut && NOTICE_OF_SHUT[shut],
    room.isFull() && 'storage-full',
    setAside > 0 && 'rows-set-aside',
  ];
  return [...new Set(found.filter((notice) => notice !== null && notice !== false))];
}
