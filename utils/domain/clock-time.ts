import { dayIn, formatTime } from './format.ts';
import type { Instant } from './instant.ts';
import { dateFormat } from './intl.ts';

/** The time of day by the person's clock, with the date where it is another day. */
export function clockTime(at: Instant, now: Instant, locale: string): string {
  const today = dayIn(at, null) === dayIn(now, null);
  if (today) return formatTime(at, locale, null);
  const style = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return dateFormat(locale, null, style).format(new Date(at));
}
