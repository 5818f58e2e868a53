import { CLOCK_SLACK_MS } from './freshness.ts';
import { DAY, type Instant, MINUTE, SECOND, toMs } from './instant.ts';
import { failuresAfter, type NextPollInput, nextPollAt } from './next-poll.ts';
import type { Attempt } from './records.ts';

/** As in a provider's declaration. */
export type Network = 'internet' | 'local' | 'own-network';

export interface PollFacts {
  network: Network;
  /** the provider's own shortest time between two polls, minutes */
  minPollMinutes: number;
}

const DEFAULT_MINUTES = 60;
const FLOOR_MINUTES: Record<Network, number> = { internet: 15, 'own-network': 15, local: 5 };
export const LONGEST_START_DELAY_MS = 60 * SECOND;
/** Whatever was stored, a line is due again after this long. */
export const LONGEST_WAIT_MS = 3 * DAY;
/** The deadline of a request, and as much again twice over. */
const ORPHANED_AFTER_MS = 60 * SECOND;

/** The shortest time between two polls that the schedule plans, ms. */
export function pollFloorMs({ network, minPollMinutes }: PollFacts): number {
  return Math.max(FLOOR_MINUTES[network], minPollMinutes) * MINUTE;
}

/** The time between two polls, ms. `pollMinutes`: the person's own wish, null = the default. */
export function pollIntervalMs(facts: PollFacts & { pollMinutes: number | null }): number {
  return Math.max((facts.pollMinutes ?? DEFAULT_MINUTES) * MINUTE, pollFloorMs(facts));
}

/**
 * Waiting after the start of the browser, ms: 30 to 60 s, so that a million mornings do not begin together. Chromium
 * rings no alarm sooner: all that were drawn to be earlier would meet there.
 */
export function startDelay(random: () => number): number {
  return (30 + 30 * random()) * SECOND;
}

/** Is a line to be asked now? What lies in an impossible future comes of a moved clock, and means now. */
export function isDue(attempt: Attempt | null, now: Instant): boolean {
  if (attempt === null) return true;
  if (attempt.nextPollAt === null || isRunning(attempt, now)) return false;
  const wait = toMs(attempt.nextPollAt) - toMs(now);
  return !(wait > 0 && wait <= LONGEST_WAIT_MS) || isInFuture(attempt.startedAt, now);
}

/** A poll is under way: begun lately and not ended. */
export function isRunning(attempt: Attempt, now: Instant): boolean {
  return attempt.finishedAt === null && !isOrphaned(attempt, now);
}

/** Begun, never ended, and too old to be running: its worker died. */
export function isOrphaned(attempt: Attempt, now: Instant): boolean {
  const age = toMs(now) - toMs(attempt.startedAt);
  return attempt.finishedAt === null && (age > ORPHANED_AFTER_MS || isInFuture(attempt.startedAt, now));
}

/** The attempt of a worker that died, counted as a failure. Its wait is measured from when it began. */
export function afterOrphan(
  attempt: Attempt,
  { now, ...timing }: Pick<NextPollInput, 'now' | 'interval' | 'floor' | 'phase' | 'random'>,
): Attempt {
  const began = isInFuture(attempt.startedAt, now) ? now : attempt.startedAt;
  const failures = failuresAfter(attempt.failures, 'timeout');
  const facts = { outcome: 'timeout', hint: null, freshUntil: null, retryAt: null, failures } as const;
  return {
    ...attempt,
    startedAt: began,
    finishedAt: now,
    failure: { kind: 'timeout', retryAt: null, detail: 'the background ended during the poll' },
    failures,
    nextPollAt: nextPollAt({ ...timing, ...facts, now: began }),
  };
}

function isInFuture(at: Instant, now: Instant): boolean {
  return toMs(at) - toMs(now) > CLOCK_SLACK_MS;
}
