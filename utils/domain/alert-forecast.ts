import { type Condition, condition, latest } from './alert-condition.ts';
import { rearmedAt } from './alert-levels.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey } from './episodes.ts';
import { endOf, headlineOf } from './headline.ts';
import { DAY, type Instant, toInstant, toMs } from './instant.ts';
import type { Reading } from './reading.ts';
import { speaksOfTheSame } from './shown-forecast.ts';

/** Where a carrier tells no beginning of its period, one is taken to be at least so long. */
const PERIOD = 30 * DAY;

function periodBegan({ now }: AlertInput, { buckets }: Reading): Instant {
  const begun = buckets.map(({ validFrom }) => validFrom).filter((from) => from !== null && from <= now);
  return latest(begun) ?? toInstant(toMs(now) - PERIOD);
}

/**
 * Will run out before its end, once a period. It is judged by the forecast that is shown, so that nothing is told
 * that the popup does not say, and only while that speaks of the data that are there now.
 */
export function forecastConditions(input: AlertInput): Condition[] {
  const { row, forecast, stale, now } = input;
  const key = alertKey('run-out');
  if (!row || stale) return [];
  const headline = headlineOf(row.reading);
  if (headline.kind === 'unknown') return [];
  if (headline.kind !== 'data' || headline.remaining === 0) return [condition(key, false)];
  const again = rearmedAt(input, row.reading);
  const limits = { rearmedAt: again, onceFrom: again ?? periodBegan(input, row.reading) };
  const endsAt = endOf(row.reading, now)?.at ?? null;
  if (forecast.kind !== 'estimate' || !speaksOfTheSame(forecast, { ...headline, endsAt }))
    return [condition(key, null, limits)];
  const { verdict } = forecast;
  const holds = verdict === 'runs-out' ? true : verdict === 'lasts' ? false : null;
  return [condition(key, holds, limits)];
}
