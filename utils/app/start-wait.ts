import { LONGEST_START_DELAY_MS, startDelay } from '../domain/schedule.ts';
import type { Deps } from './deps.ts';

/** In the session: from when the schedule asks, milliseconds since the epoch. */
const ASK_FROM = 'ask-from';

/**
 * Milliseconds that the schedule still waits because the browser has just started; 0 = none. Drawn once a start,
 * however many events wake the background in it.
 */
export async function startWait(deps: Deps): Promise<number> {
  return deps.locks.exclusive('browser-start', async () => {
    const now = deps.clock.now();
    const kept = await deps.session.get(ASK_FROM);
    if (typeof kept !== 'number') {
      const wait = Math.round(startDelay(deps.random));
      await deps.session.set(ASK_FROM, now + wait);
      return wait;
    }
    const left = kept - now;
    if (left > 0 && left <= LONGEST_START_DELAY_MS) return left;
    // A clock that is moved back must not bring the wait again, be it now or when it comes to that hour once more.
    if (kept > 0) await deps.session.set(ASK_FROM, 0);
    return 0;
  });
}
