import type { Instant } from '../utils/domain/instant.ts';

/** The time of day, with the date in front when it is another day, in the person's own zone. */
export function clockTime(at: Instant, now: Instant, locale: string): string {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  const style: Intl.DateTimeFormatOptions = sameDay
    ? { timeStyle: 'short' }
    : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, style).format(date);
}
