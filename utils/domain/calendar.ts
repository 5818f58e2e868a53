import { dayIn } from './format.ts';
import { DAY, type Instant, toInstant, toMs } from './instant.ts';
import { dateFormat } from './intl.ts';

const MORNING = '08:00';

/** `HH:MM` in `zone` (IANA). */
export function timeIn(at: Instant, zone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return dateFormat('en-GB', zone, options).format(toMs(at));
}

/**
 * Eight o'clock on the next calendar day in `zone` (IANA): "until tomorrow", as a person means it in the evening. A
 * day may have 23 or 25 hours.
 */
export function tomorrowMorning(now: Instant, zone: string): Instant {
  const today = dayIn(now, zone);
  const tomorrow = dayIn(toInstant(firstAfter(toMs(now), (at) => dayIn(at, zone) !== today)), zone);
  const isMorning = (at: Instant) => dayIn(at, zone) > tomorrow || timeIn(at, zone) >= MORNING;
  return toInstant(firstAfter(toMs(now), (at) => dayIn(at, zone) !== today && isMorning(at)));
}

/** The first instant after `from` of which something holds, within two days; it holds of all that follow. */
function firstAfter(from: number, holds: (at: Instant) => boolean): number {
  let before = from;
  let after = from + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(toInstant(middle))) after = middle;
    else before = middle;
  }
  return after;
}
