import type { Attempt } from '../domain/records.ts';
import { alone } from './alone.ts';
import type { Deps } from './deps.ts';
import { freeAttempt } from './poll-attempt.ts';
import { pollAndShow } from './poll-due.ts';

/**
 * Polls lines whose trouble the person has mended, unless another poll has found so meanwhile (`isSettled`). One that
 * is still under way, with what did not work, comes to its end first; and what the budget does not allow now stays due.
 * Answers which were to be polled.
 */
export async function pollMended(
  deps: Deps,
  lineIds: readonly string[],
  isSettled: (attempt: Attempt) => boolean = () => false,
): Promise<string[]> {
  const mended: string[] = [];
  for (const lineId of lineIds) {
    await deps.locks.exclusive(`poll:${lineId}`, () =>
      alone(deps, async () => {
        const attempt = await deps.store.attempt(lineId);
        if (attempt && isSettled(attempt)) return;
        if (attempt) await freeAttempt(deps, attempt);
        mended.push(lineId);
      }),
    );
  }
  await pollAndShow(deps, mended);
  return mended;
}
