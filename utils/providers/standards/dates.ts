import { type Instant, SECOND, toInstant } from '../../domain/instant.ts';
import { instantIn, isRealTime, type LocalTime, localDateOf } from './zones.ts';

/** An end or a measuring time, and whether its zone or its year had to be assumed. */
export interface Dated {
  at: Instant;
  estimated: boolean;
}

const FIRST_MS = Date.UTC(1000, 0);
const LAST_MS = Date.UTC(9999, 11, 31);

const DATE = '(\\d{4})-(\\d{2})-(\\d{2})';
const TIME = '(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?';
const OFFSET = '(Z|[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?)';
const ISO = new RegExp(`^${DATE}[T ]${TIME}\\s?${OFFSET}?$`, 'i');

/**
 * A date and time of ISO 8601, with an offset in any of its spellings. Without one it is read in `zone` and marked
 * estimated, or unknown where the dialect names no zone. null for what is no date, a rolled-over one included.
 */
export function dateTime(text: string, zone: string | null = null): Dated | null {
  const found = ISO.exec(text.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  // A leap second is read as the second before it.
  const time = { year, month, day, hour, minute, second: second === 60 ? 59 : second } as LocalTime;
  if (!isRealTime(time)) return null;
  const offset = found[7];
  if (offset) return { at: toInstant(utcMs(time) - offsetMs(offset)), estimated: false };
  return zone === null ? null : { at: instantIn(time, zone), estimated: true };
}

/** 23:59:59 of a calendar day in an IANA zone; null for a day that does not exist. */
export function endOfDay(year: number, month: number, day: number, zone: string): Instant | null {
  const time = { year, month, day, hour: 23, minute: 59, second: 59 };
  return isRealTime(time) ? instantIn(time, zone) : null;
}

/**
 * The month around `now` that begins at 00:00 of a day of the month in an IANA zone. In a shorter month days 29 to 31
 * are its last day. null for a day that no month has.
 */
export function monthFromDay(
  dayOfMonth: number,
  now: Instant,
  zone: string,
): { start: Instant; end: Instant } | null {
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > 31) return null;
  const today = localDateOf(now, zone);
  const [last, here, next] = [-1, 0, 1].map((later) => {
    const month = new Date(Date.UTC(today.year, today.month - 1 + later, 1));
    const [year, number] = [month.getUTCFullYear(), month.getUTCMonth() + 1];
    const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const day = Math.min(dayOfMonth, days);
    return instantIn({ year, month: number, day, hour: 0, minute: 0, second: 0 }, zone);
  }) as [Instant, Instant, Instant];
  return here > now ? { start: last, end: here } : { start: here, end: next };
}

/** Milliseconds since the epoch; null for what has no year of four digits. */
export function epochMs(ms: number): Instant | null {
  return ms >= FIRST_MS && ms <= LAST_MS ? toInstant(ms) : null;
}

/** Seconds since the epoch; null for what has no year of four digits. */
export function epochSeconds(seconds: number): Instant | null {
  return epochMs(seconds * SECOND);
}

/** The date where it can be: from 5 years ago to 10 years ahead. Beyond it means never or nothing: null. */
export function plausible(at: Instant | null, now: Instant): Instant | null {
  return at !== null && at >= yearsFrom(now, -5) && at <= yearsFrom(now, 10) ? at : null;
}

/** As `dateTime`, where the date can be; null where nothing is told. */
export function dateIn(told: string | null | undefined, zone: string, now: Instant): Dated | null {
  const dated = told ? dateTime(told, zone) : null;
  return dated && plausible(dated.at, now) ? dated : null;
}

/** Instants are ordered as text, so that even 29 February needs no calendar here. */
function yearsFrom(now: Instant, years: number): Instant {
  return `${Number(now.slice(0, 4)) + years}${now.slice(4)}`;
}

function utcMs(time: LocalTime): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || 0)];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60) * SECOND;
}
