import { CLEARLY_ABOVE, type Condition, condition, lastRiseAt, latest } from './alert-condition.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey } from './episodes.ts';
import { headlineOf, isPartlyUnknown } from './headline.ts';
import type { Instant } from './instant.ts';
import type { Reading } from './reading.ts';
import { limitsOf } from './thresholds.ts';

/** Bytes above which "used up" is over at the latest; less may be a carrier's rounding. */
const NO_LONGER_USED_UP = 10_000_000;

/** The figures to judge by. null = unknown in part or in whole, of a line not in service, or nothing to use up. */
function figures(reading: Reading): { remaining: number; total: number | null } | null {
  const { lineStatus } = reading;
  if (lineStatus === 'not-activated' || lineStatus === 'suspended' || lineStatus === 'expired') return null;
  const headline = headlineOf(reading);
  if (headline.kind !== 'data' || headline.total === 0) return null;
  return isPartlyUnknown(reading) ? null : headline;
}

/** When the level was last set anew: by a top-up, or by the begin of a period. */
export function rearmedAt({ topUps, now }: AlertInput, reading: Reading): Instant | null {
  const start = reading.period && reading.period.start <= now ? reading.period.start : null;
  return latest([lastRiseAt(topUps, 'data'), start]);
}

function level(
  key: string,
  remaining: number,
  threshold: number,
  clear: number,
  at: Instant | null,
): Condition {
  return condition(key, remaining <= threshold ? true : remaining > clear ? false : null, { rearmedAt: at });
}

/** Low, critical and used up: each holds within the next one, so that only the worst is told. */
export function levelConditions(input: AlertInput): Condition[] {
  const reading = input.stale ? null : input.row?.reading;
  if (!reading) return [];
  if (headlineOf(reading).kind === 'unlimited') {
    return (['low', 'critical', 'used-up'] as const).map((kind) => condition(alertKey(kind), false));
  }
  const known = figures(reading);
  if (!known) return [];
  const { remaining, total } = known;
  const { low, critical } = limitsOf(total, input.line.thresholds);
  const at = rearmedAt(input, reading);
  return [
    level(alertKey('low'), remaining, low, CLEARLY_ABOVE * low, at),
    level(alertKey('critical'), remaining, critical, CLEARLY_ABOVE * critical, at),
    level(alertKey('used-up'), remaining, 0, Math.min(NO_LONGER_USED_UP, critical), at),
  ];
}
