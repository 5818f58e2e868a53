import type { FailureKind } from './failure.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND, toInstant, toMs } from './instant.ts';
import { clampRetryAt } from './retry.ts';

/** A poll that comes a little late still finds its next place on the grid outside the floor. */
const SLACK_MS = MINUTE;
const LONGEST_BACK_OFF_MS = 6 * HOUR;
/** No hint of a carrier silences a line for longer. */
const LONGEST_HINT_MS = DAY;

/** After these the carrier is not asked again until the person has done something. */
export function needsPerson(kind: FailureKind): boolean {
  return kind === 'signed-out' || kind === 'no-access' || kind === 'line-gone';
}

/** These say nothing about the carrier's health, so that waiting longer each time would help nobody. */
export function isAway(outcome: 'ok' | FailureKind): boolean {
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
  const hinted = [hint, freshUntil].map((at) => Math.min((at && toMs(at)) || start, latest));
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
  return earliest + random() * Math.max(MINUTE, longest - floor);
}
