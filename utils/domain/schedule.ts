import type { FailureKind } from './failure.ts';
import { CLOCK_SLACK_MS } from './freshness.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND, toInstant, toMs } from './instant.ts';
import type { Attempt } from './records.ts';
import { clampRetryAt } from './retry.ts';

/** As in a provider's declaration. */
export type Network = 'internet' | 'local' | 'own-network';

export interface PollFacts {
  network: Network;
  /** the provider's own shortest time between two polls, minutes */
  minPollMinutes: number;
}

const DEFAULT_MINUTES = 60;
const FLOOR_MINUTES: Record<Network, number> = { internet: 15, 'own-network': 15, local: 5 };
/** A poll that comes a little late still finds its next place on the grid outside the floor. */
const SLACK_MS = MINUTE;
const LONGEST_BACK_OFF_MS = 6 * HOUR;
/** No hint of a carrier silences a line for longer. */
const LONGEST_HINT_MS = DAY;
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

/** After these the carrier is not asked again until the person has done something. */
export function needsPerson(kind: FailureKind): boolean {
  return kind === 'signed-out' || kind === 'no-access' || kind === 'line-gone';
}

/** These say nothing about the carrier's health, so that waiting longer each time would help nobody. */
function isAway(outcome: 'ok' | FailureKind): boolean {
  return outcome === 'offline' || outcome === 'wrong-network';
}

/** Failed polls in a row, with this one. */
export function failuresAfter(before: number, outcome: 'ok' | FailureKind): number {
  if (outcome === 'ok') return 0;
  return isAway(outcome) ? Math.max(before, 1) : before + 1;
}

export interface NextPollInput {
  now: Instant;
  /** ms, of `pollIntervalMs` */
  interval: number;
  /** ms, of `pollFloorMs` */
  floor: number;
  outcome: 'ok' | FailureKind;
  /** the reading's own `nextPollAt` */
  hint: Instant | null;
  /** until when the answer stays fresh by Cache-Control */
  freshUntil: Instant | null;
  /** the failure's, as the carrier gave it */
  retryAt: Instant | null;
  /** failed polls in a row, with this one (`failuresAfter`) */
  failures: number;
  /** this install's place between 0 and 1 */
  phase: number;
  /** 0 <= n < 1 */
  random: () => number;
}

/** When a line is to be asked next; null = not until the person has done something. */
export function nextPollAt(input: NextPollInput): Instant | null {
  const { outcome } = input;
  if (outcome !== 'ok' && needsPerson(outcome)) return null;
  const at = outcome === 'ok' ? afterSuccess(input) : afterFailure(input);
  return toInstant(Math.ceil(at / SECOND) * SECOND);
}

/**
 * The next place on this install's own grid, not before floor, hint and max-age. All installs together are spread
 * evenly by their phases, and are again one round after anything that made them ask at once.
 */
function afterSuccess({ now, interval, floor, hint, freshUntil, phase }: NextPollInput): number {
  const start = toMs(now);
  const latest = start + LONGEST_HINT_MS;
  const hinted = [hint, freshUntil].map((at) => (at === null ? start : Math.min(toMs(at), latest)));
  const earliest = Math.max(start + floor, ...hinted);
  const period = Math.max(interval, floor + SLACK_MS);
  const offset = (phase % 1) * period;
  return Math.ceil((earliest - offset) / period) * period + offset;
}

/** Full jitter above the floor, doubling with each failure; on top of what the carrier asked for. */
function afterFailure({ now, interval, floor, outcome, retryAt, failures, random }: NextPollInput): number {
  const retry = clampRetryAt(retryAt, now);
  const earliest = Math.max(toMs(now) + floor, retry === null ? 0 : toMs(retry));
  const step = isAway(outcome) ? 1 : Math.max(1, failures);
  const longest = Math.min(LONGEST_BACK_OFF_MS, interval * 2 ** Math.min(step, 30));
  return earliest + random() * Math.max(0, longest - floor);
}

/** Waiting after the start of the browser, ms: 5 to 60 s, so that a million mornings do not begin together. */
export function startDelay(random: () => number): number {
  return (5 + 55 * random()) * SECOND;
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
