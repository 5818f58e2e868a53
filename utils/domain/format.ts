import { DAY, HOUR, type Instant, MINUTE, SECOND, toMs } from './instant.ts';
import { ageFormat, dateFormat, listFormat, numberFormat } from './intl.ts';
import type { Money } from './reading.ts';
import type { Settings } from './settings.ts';

type Units = Settings['units'];

const STEPS = [
  { unit: 'kilobyte', binary: 'KiB', letter: 'K' },
  { unit: 'megabyte', binary: 'MiB', letter: 'M' },
  { unit: 'gigabyte', binary: 'GiB', letter: 'G' },
  { unit: 'terabyte', binary: 'TiB', letter: 'T' },
  { unit: 'petabyte', binary: 'PiB', letter: 'P' },
] as const;
const MEGA = 1;
const PETA = STEPS[4];

/** `bytes` in the first unit, not below `smallest`, in which the rounded value stays below 1000. */
function scale(bytes: number, units: Units, smallest: number, round: (exact: number) => number) {
  const base = units === 'binary' ? 1024 : 1000;
  for (let power = bytes === 0 ? MEGA : smallest; ; power += 1) {
    const value = round(bytes / base ** (power + 1));
    const step = STEPS[power] ?? PETA;
    if (value < 1000 || step === PETA) return { value, step };
  }
}

const toThreeDigits = (exact: number) => Number(exact.toPrecision(3));
const toBadgeDigits = (exact: number) => Number(exact.toFixed(exact < 10 ? 1 : 0));

/** Bytes in three significant digits with their unit: `3.21 GB`, `840 MB`; GiB and the like when binary. */
export function formatData(bytes: number, units: Units, locale: string): string {
  const { value, step } = scale(bytes, units, 0, toThreeDigits);
  const format = numberFormat(locale, { style: 'unit', unit: step.unit, maximumSignificantDigits: 3 });
  if (units === 'decimal') return format.format(value);
  const parts = format.formatToParts(value);
  return parts.map((part) => (part.type === 'unit' ? step.binary : part.value)).join('');
}

/** Bytes in at most four characters: `3.2G`, `840M`, `<1M`, `0`. */
export function formatBadgeData(bytes: number, units: Units): string {
  if (bytes <= 0) return '0';
  if (bytes < (units === 'binary' ? 1024 ** 2 : 1000 ** 2)) return '<1M';
  const { value, step } = scale(bytes, units, MEGA, toBadgeDigits);
  return `${value}${step.letter}`;
}

/** How many decimals a currency has: EUR 2, JPY 0, BHD 3. */
export function minorDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Money in its own currency, with as many decimals as that currency has. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const format = numberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** minorDigits(currency));
}

/** A calendar day: `12 Mar 2027`. */
export function formatDay(at: Instant, locale: string, zone: string | null): string {
  return dateFormat(locale, zone, { year: 'numeric', month: 'short', day: 'numeric' }).format(toMs(at));
}

/** The time of day: `10:40`. */
export function formatTime(at: Instant, locale: string, zone: string | null): string {
  return dateFormat(locale, zone, { timeStyle: 'short' }).format(toMs(at));
}

export function formatDateTime(at: Instant, locale: string, zone: string | null): string {
  return dateFormat(locale, zone, { dateStyle: 'medium', timeStyle: 'short' }).format(toMs(at));
}

/** How long ago: `now`, `2 min. ago`, `3 days ago`. What lies in the future is now. */
export function formatAge(at: Instant, now: Instant, locale: string): string {
  const age = Math.max(0, toMs(now) - toMs(at));
  const format = ageFormat(locale);
  if (age < MINUTE) return format.format(0, 'second');
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  if (age < 2 * DAY) return format.format(-Math.floor(age / HOUR), 'hour');
  return format.format(-Math.floor(age / DAY), 'day');
}

const LENGTHS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;

/** A length of time in its two largest units: `1 hr, 5 min`. */
export function formatDuration(ms: number, locale: string): string {
  const first = LENGTHS.findIndex(([, length]) => ms >= length);
  let rest = Math.max(0, ms);
  const parts: string[] = [];
  for (const [unit, length] of first < 0 ? LENGTHS.slice(-1) : LENGTHS.slice(first, first + 2)) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0 || parts.length === 0)
      parts.push(numberFormat(locale, { style: 'unit', unit }).format(count));
  }
  return listFormat(locale).format(parts);
}

/** Seconds of voice as whole minutes, never more than there are. */
export function formatVoice(seconds: number, locale: string): string {
  const short = seconds > 0 && seconds < 60;
  const format = numberFormat(locale, { style: 'unit', unit: short ? 'second' : 'minute' });
  return format.format(short ? seconds : Math.floor(seconds / 60));
}

/** The calendar day of an instant in `zone` (IANA, null = the browser's): `2026-11-21`. */
export function dayIn(at: Instant, zone: string | null): string {
  const format = dateFormat('en', zone, {
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(toMs(at)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** Calendar days from now to `at` in `zone`: 0 = today, below 0 = past. A day of 23 or 25 hours is one day. */
export function daysLeft(at: Instant, now: Instant, zone: string | null): number {
  const days = (instant: Instant) => Date.parse(`${dayIn(instant, zone)}T00:00:00Z`) / DAY;
  return days(at) - days(now);
}
