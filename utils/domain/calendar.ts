import { dayIn } from './format.ts';
import { DAY, type Instant, toInstant, toMs } from './instant.ts';

/** The first instant of the next calendar day in `zone` (IANA). A day may have 23 or 25 hours and begin at one. */
export function startOfTomorrow(now: Instant, zone: string): Instant {
  const today = dayIn(now, zone);
  let before = toMs(now);
  let after = before + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(toInstant(middle), zone) === today) before = middle;
    else after = middle;
  }
  return toInstant(after);
}
