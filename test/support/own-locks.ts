import type { Locks } from '../../utils/app/ports.ts';
import { createLocks } from '../../utils/platform/locks.ts';

/**
 * The locks of one background: one that has died holds none. Their names differ from everybody else's, as test files
 * that run in threads of one process share what is locked.
 */
export function ownLocks(): Locks {
  const locks = createLocks();
  const mine = `${crypto.randomUUID()} `;
  return {
    ifFree: (name, work) => locks.ifFree(mine + name, work),
    exclusive: (name, work) => locks.exclusive(mine + name, work),
    isHeld: (name) => locks.isHeld(mine + name),
  };
}
