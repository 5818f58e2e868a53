import { type Condition, condition } from './alert-condition.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey } from './episodes.ts';
import { daysLeft } from './format.ts';
import type { Instant } from './instant.ts';
import type { Reading } from './reading.ts';

const LAPSE_DAYS = [30, 14, 7, 3, 1] as const;
/** An end this many days beyond a step is clearly another end, not a shift of zones. */
export const CLEARLY_LATER = 2;

/** Calendar days to an end. One whose zone had to be assumed may come a day sooner than it says. */
export function daysTo(at: Instant, estimated: boolean, { now, zone }: AlertInput): number {
  return daysLeft(at, now, zone) - (estimated ? 1 : 0);
}

function step(key: string, days: number, left: number): Condition {
  return condition(key, left <= days ? true : left >= days + CLEARLY_LATER ? false : null);
}

/** The ladder to the end of the line or number itself. What lies behind is the line's state, not a warning. */
function lapseConditions(input: AlertInput, { validUntil }: Reading): Condition[] {
  if (!validUntil || validUntil.at <= input.now) return [];
  const left = daysTo(validUntil.at, validUntil.estimated, input);
  return LAPSE_DAYS.map((days) => step(alertKey('lapse', days), days, left));
}

/** The end of the line or number itself, as far as it is near. */
export function endConditions(input: AlertInput): Condition[] {
  if (!input.row || input.stale) return [];
  return lapseConditions(input, input.row.reading);
}
