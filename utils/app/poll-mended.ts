import { alone } from './alone.ts';
import type { Deps } from './deps.ts';
import { freeAttempt } from './poll-attempt.ts';
import { pollAndShow } from './poll-due.ts';

/**
 * Polls lines whose trouble the person has mended. A poll that is still under way, with what did not work, comes to
 * its end first; and what the budget does not allow now stays due.
 */
export async function pollMended(deps: Deps, lineIds: readonly string[]): Promise<void> {
  for (const lineId of lineIds)
    await deps.locks.exclusive(`poll:${lineId}`, () => alone(deps, () => freeAttempt(deps, lineId)));
  await pollAndShow(deps, lineIds);
}
