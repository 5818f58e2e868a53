import type { Instant } from '../../domain/instant.ts';
import { dateTime, endOfDay } from './dates.ts';
import { localDateOf } from './zones.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = '(\\d{1,2})[- ]([a-z]{3})';
const TIME = '(\\d{1,2}):(\\d{2}(?::\\d{2})?) ?([ap]m)?';
const DAY_ALONE = new RegExp(`^${DAY}(?:[- ](\\d{4}))?$`, 'i');
const DAY_AND_TIME = new RegExp(`^${DAY}[- ](\\d{4}) ${TIME}$`, 'i');
/** The longest wait for a 29 February. */
const YEARS_TO_TRY = 9;

/** `28-Sep-2024 09:26 AM` in an IANA zone; null for what is no such time. */
export function timeWithMonthName(text: string, zone: string): Instant | null {
  const [, day, month, year, hour, minutes, half] = DAY_AND_TIME.exec(text.trim()) ?? [];
  const date = [year, twoDigits(monthOf(month)), twoDigits(day)].join('-');
  return dateTime(`${date} ${twoDigits(hourOfDay(Number(hour), half))}:${minutes}`, zone)?.at ?? null;
}

/**
 * The end of `30-Sep-2024` in an IANA zone, or of `30-Sep`: the next such day, that of `from` included. null for a
 * day that does not exist.
 */
export function endOfNamedDay(text: string, from: Instant, zone: string): Instant | null {
  const found = DAY_ALONE.exec(text.trim());
  if (!found) return null;
  const [day, month] = [Number(found[1]), monthOf(found[2])];
  if (found[3]) return endOfDay(Number(found[3]), month, day, zone);
  const { year } = localDateOf(from, zone);
  for (let later = 0; later < YEARS_TO_TRY; later += 1) {
    const end = endOfDay(year + later, month, day, zone);
    if (end !== null && end >= from) return end;
  }
  return null;
}

/** 0 for a name that no month has */
function monthOf(name = ''): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function twoDigits(part: unknown): string {
  return String(part).padStart(2, '0');
}
