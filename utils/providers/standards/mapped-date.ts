import { type Instant, SECOND } from '../../domain/instant.ts';
import { type Dated, dateTime, endOfDay, epochMs, plausible } from './dates.ts';
import type { DateMapping } from './mapping.ts';
import { instantIn, isRealTime } from './zones.ts';

const ISO_DAY = /^(\d{4})-?(\d{2})-?(\d{2})$/;
const WRITTEN = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * A date as its mapping reads it, in the mapping's zone or else in `zone`; null for what is none or cannot be. A day
 * without a time is its end.
 */
export function mappedDate(told: unknown, { as, ...mapped }: DateMapping, now: Instant, zone: string) {
  const text = typeof told === 'string' || typeof told === 'number' ? String(told).trim() : '';
  const dated = read(text, as, mapped.zone ?? zone);
  return dated && plausible(dated.at, now) ? dated : null;
}

function read(text: string, as: DateMapping['as'], zone: string): Dated | null {
  if (as === 's' || as === 'ms') {
    const at = /^\d{1,15}(?:\.\d{1,9})?$/.test(text)
      ? epochMs(Number(text) * (as === 's' ? SECOND : 1))
      : null;
    return at === null ? null : { at, estimated: false };
  }
  if (as === 'iso') {
    const [, year, month, day] = ISO_DAY.exec(text) ?? [];
    return year === undefined
      ? dateTime(text, zone)
      : assumed(endOfDay(+year, Number(month), Number(day), zone));
  }
  const [, first, second, year, hour, minute, seconds = 0] = WRITTEN.exec(text) ?? [];
  const [day, month] = as === 'dmy' ? [Number(first), Number(second)] : [Number(second), Number(first)];
  if (hour === undefined) return assumed(endOfDay(Number(year), month, day, zone));
  const time = { year: Number(year), month, day, hour: Number(hour), minute: Number(minute) };
  const local = { ...time, second: Number(seconds) };
  return isRealTime(local) ? { at: instantIn(local, zone), estimated: true } : null;
}

function assumed(at: Instant | null): Dated | null {
  return at === null ? null : { at, estimated: true };
}
