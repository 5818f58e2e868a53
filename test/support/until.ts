import { setTimeout as pause } from 'node:timers/promises';

const DEADLINE = 60_000;

/**
 * Asks again and again until the answer is truthy, for what has no event to wait for. An error counts as "not
 * yet". Rejects with the last error, or with `what`, when the generous deadline has passed.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  deadline = DEADLINE,
): Promise<NonNullable<T>> {
  const end = performance.now() + deadline;
  let last: unknown = null;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = null;
    } catch (error) {
      last = error;
    }
    await pause(25);
  } while (performance.now() < end);
  throw new Error(`waited in vain: ${what}`, { cause: last });
}
