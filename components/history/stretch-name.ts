import { dateFormat } from '../../utils/domain/intl.ts';
import type { Per, Stretch } from '../../utils/domain/stretches.ts';

const DAY_STYLE = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const HOUR_STYLE = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const;

/** A day with its weekday and year, or an hour by the clock of `zone` (IANA, null = the browser's). */
export function stretchName(
  { day, start }: Pick<Stretch, 'day' | 'start'>,
  per: Per,
  locale: string,
  zone: string | null,
): string {
  return per === 'day'
    ? dateFormat(locale, 'UTC', DAY_STYLE).format(Date.parse(`${day}T00:00:00Z`))
    : dateFormat(locale, zone, HOUR_STYLE).format(start);
}
