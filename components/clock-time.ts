import { dayIn, formatDateTime, formatTime } from '../utils/domain/format.ts';
import type { Instant } from '../utils/domain/instant.ts';

/** The time of day by the person's clock, with the date where it is another day. */
export function clockTime(at: Instant, now: Instant, locale: string): string {
  const today = dayIn(at, null) === dayIn(now, null);
  return today ? formatTime(at, locale, null) : formatDateTime(at, locale, null);
}
