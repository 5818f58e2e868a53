import { DAY, type Instant, toInstant, toMs } from './instant.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The calendar day on which an instant falls in an IANA zone: `2026-11-21`. */
export function dayIn(instant: Instant, zone: string): string {
  return parts(zone).format(toMs(instant));
}

/** Whole calendar days from one day to another; both like `2026-11-21`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Calendar days from today to the day of `at`, both in `zone`: 0 = today, 1 = tomorrow, negative = past. */
export function daysLeft(at: Instant, now: Instant, zone: string): number {
  return daysBetween(dayIn(now, zone), dayIn(at, zone));
}

/** The first instant of the next calendar day in `zone`. */
export function startOfTomorrow(now: Instant, zone: string): Instant {
  const today = dayIn(now, zone);
  let low = toMs(now);
  let high = low + 2 * DAY;
  // Bisection: a day may have 23, 24 or 25 hours, and may begin at one o'clock.
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (dayIn(toInstant(middle), zone) === today) low = middle;
    else high = middle;
  }
  return toInstant(Math.floor(high / 1000) * 1000);
}
