import { DAY, type Instant, MINUTE, toInstant, toMs } from './instant.ts';
import type { Attempt } from './records.ts';

/** Clocks of a computer are set right by this much without anybody noticing. */
export const CLOCK_SLACK_MS = 2 * MINUTE;
/** No line is asked so rarely that its figure could stay current for longer. */
const LONGEST_FRESH_MS = 5 * DAY;

/**
 * From this instant on a figure is old: twice the poll interval after it was checked, or twice the longer wait that
 * the carrier itself asked for with its last answer. That counts from the answer, which may have confirmed nothing.
 */
export function staleAt(checkedAt: Instant, intervalMs: number, attempt: Attempt | null = null): Instant {
  const { nextPollAt, lastSuccessAt, failure } = attempt ?? {};
  const planned = nextPollAt && lastSuccessAt && !failure ? toMs(nextPollAt) - toMs(lastSuccessAt) : 0;
  return toInstant(toMs(checkedAt) + 2 * Math.max(intervalMs, planned));
}

/**
 * Is a figure old now? One that was never read (`staleAt` null) is. One that was checked in the future is as well:
 * the clock was moved, and its age cannot be known.
 */
export function isStale(staleAt: Instant | null, now: Instant, checkedAt: Instant | null = null): boolean {
  if (staleAt === null) return true;
  const left = toMs(staleAt) - toMs(now);
  if (!(left > 0 && left <= LONGEST_FRESH_MS)) return true;
  return checkedAt !== null && toMs(checkedAt) - toMs(now) > CLOCK_SLACK_MS;
}
