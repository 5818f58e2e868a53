import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Locks } from '../../utils/app/ports.ts';
import { createLocks } from '../../utils/platform/locks.ts';

/** What holds a lock of any background of this thread. */
const underway = new Set<Promise<unknown>>();

/**
 * The locks of one background: one that has died holds none. Their names differ from everybody else's, as test files
 * that run in threads of one process share what is locked.
 */
export function ownLocks(): Locks {
  const locks = createLocks();
  const mine = `${crypto.randomUUID()} `;
  return {
    ifFree: (name, work) => noted(locks.ifFree(mine + name, work)),
    exclusive: (name, work) => noted(locks.exclusive(mine + name, work)),
    isHeld: (name) => locks.isHeld(mine + name),
  };
}

/**
 * Settles when no background works any more: what a test did not wait for would otherwise be written into the storage
 * of the next, as the files of a thread share one browser.
 */
export async function atRest(): Promise<void> {
  while (underway.size > 0) {
    await Promise.allSettled(underway);
    // What follows upon one lock may take another.
    await nextTurn();
  }
}

function noted<T>(work: Promise<T>): Promise<T> {
  underway.add(work);
  const over = () => void underway.delete(work);
  work.then(over, over);
  return work;
}
