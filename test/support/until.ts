import { setTimeout as pause } from 'node:timers/promises';

const DEADLINE = 60_000;
/** Milliseconds between two questions: few at first, then more, as asking takes time from what is waited for. */
const FIRST = 10;
const LONGEST = 100;

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
  let wait = FIRST;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = null;
    } catch (error) {
      last = error;
    }
    await pause(wait);
    wait = Math.min(wait * 1.5, LONGEST);
  } while (performance.now() < end);
  throw new Error(`waited in vain: ${what}`, { cause: last });
}
