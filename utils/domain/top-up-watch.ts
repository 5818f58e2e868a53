import { DAY, HOUR, type Instant, MINUTE, SECOND, toInstant, toMs } from './instant.ts';
import type { TopUp } from './top-up.ts';
import { isWatched, OVERDUE_AFTER_PAID } from './top-up-outcome.ts';

/** Milliseconds between the first watch polls; after them the line's normal interval. */
export const WATCH_DELAYS: readonly number[] = [30 * SECOND, 1 * MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE];
/** Between watch polls while a page of ours is open; the shortest time between two. */
export const WATCH_WHILE_OPEN = 15 * SECOND;
/** How many polls a watch has of its own, beyond the line's budget; then the normal interval holds. */
export const WATCH_POLLS = 12;
/** How long after its opening a top-up is watched. */
export const WATCH_FOR = 72 * HOUR;

export interface WatchInput {
  topUp: TopUp;
  now: Instant;
  /** a page of the extension is open */
  pageOpen: boolean;
  /** the line's normal poll interval */
  intervalMs: number;
  /** the provider's shortest interval */
  minPollMs: number;
}

/** The steps of the growing delays that are still to come, ms after the opening. */
function stepsAhead(elapsed: number): number[] {
  let at = 0;
  return WATCH_DELAYS.map((delay) => {
    at += delay;
    return at;
  }).filter((step) => step > elapsed);
}

/**
 * The growing delays count from the opening. An open page asks more closely, but leaves as many polls as there are
 * steps to come: a credit that arrives after ten minutes is not found an hour later because somebody looked on.
 */
function delayOf({ topUp, now, pageOpen, intervalMs }: WatchInput): number {
  const left = WATCH_POLLS - topUp.watched;
  if (left <= 0) return intervalMs;
  const elapsed = toMs(now) - toMs(topUp.openedAt);
  const steps = stepsAhead(elapsed);
  const [step] = steps;
  if (pageOpen && left > steps.length) return Math.min(WATCH_WHILE_OPEN, intervalMs);
  return step === undefined ? intervalMs : Math.min(Math.max(step - elapsed, WATCH_WHILE_OPEN), intervalMs);
}

/**
 * When the account API is to be asked next about this top-up; null = not any more. It is asked when what was paid
 * becomes overdue, so that nobody is told so of what has just arrived, and a last time at the very end of the watch.
 */
export function nextWatch(input: WatchInput): Instant | null {
  const { topUp, minPollMs } = input;
  const now = toMs(input.now);
  const end = toMs(topUp.openedAt) + WATCH_FOR;
  if (!isWatched(topUp) || now >= end) return null;
  const overdue = topUp.state === 'paid' && topUp.paidAt ? toMs(topUp.paidAt) + OVERDUE_AFTER_PAID : end;
  const turn = overdue > now ? Math.min(overdue, end) : end;
  const next = now + Math.max(delayOf(input), minPollMs);
  return toInstant(Math.min(next, Math.max(turn, now + Math.max(minPollMs, WATCH_WHILE_OPEN))));
}

/** So long after its end a checkout is asked about once more: a refund or a late payment comes without notice. */
const SECOND_LOOKS: readonly number[] = [HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];

/**
 * Is a top-up that came to its end to be asked about with this poll, which goes anyway? `lastRead`: when the line was
 * last read, null = never.
 */
export function wantsSecondLook(topUp: TopUp, lastRead: Instant | null, now: Instant): boolean {
  const { state, settledAt, checkoutId } = topUp;
  if (checkoutId === null || settledAt === null || state === 'refunded') return false;
  return SECOND_LOOKS.some((after) => {
    const at = toMs(settledAt) + after;
    return at <= toMs(now) && (lastRead === null || toMs(lastRead) < at);
  });
}
