import { CLEARLY_LATER, type Condition, condition } from './alert-condition.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey, parseAlertKey } from './episodes.ts';
import { daysLeft } from './format.ts';
import type { Instant } from './instant.ts';
import { validityOf, warnDaysOf } from './validity.ts';

/** Calendar days to an end. One whose zone had to be assumed may come a day sooner than it says. */
export function daysTo(at: Instant, estimated: boolean, { now, zone }: AlertInput): number {
  return daysLeft(at, now, zone) - (estimated ? 1 : 0);
}

function step(key: string, days: number, left: number): Condition {
  return condition(key, left <= days ? true : left >= days + CLEARLY_LATER ? false : null);
}

/**
 * The ladder to the end of the line or number itself. What lies behind is the line's state, not a warning. It is judged
 * from old readings too: the day comes nearer whether or not the carrier answers, and a number that is lost in the
 * meantime cannot be got back. Only a later end, by a reading or by a top-up that was credited, takes a step back.
 */
export function endConditions(input: AlertInput): Condition[] {
  const validity = validityOf(input);
  if (!validity || validity.at <= input.now) return [];
  const left = daysTo(validity.at, validity.estimated, input);
  const steps = warnDaysOf(input.line, validity).map((days) => step(alertKey('lapse', days), days, left));
  return [...steps, ...noLonger(steps, input)];
}

/** Steps that the person has given up are over. */
function noLonger(steps: readonly Condition[], { episodes }: AlertInput): Condition[] {
  const keys = new Set(steps.map(({ key }) => key));
  const gone = episodes.filter(
    ({ key, endedAt }) => endedAt === null && !keys.has(key) && parseAlertKey(key)?.kind === 'lapse',
  );
  return gone.map(({ key }) => condition(key, false));
}
