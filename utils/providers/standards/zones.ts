import { DAY, type Instant, toInstant, toMs } from '../../domain/instant.ts';
import { offsetAt } from '../../domain/zone-offset.ts';

/** What a clock on the wall shows; `month` 1 to 12. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Whether the browser knows an IANA zone by that name. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Whether calendar and clock have it, no 30 February, no 24:00, in a year of four digits whatever the zone. */
export function isRealTime(time: LocalTime): boolean {
  const { year, month, day, hour, minute, second } = time;
  const date = new Date(Date.UTC(year, month - 1, day));
  const rolledOver = date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1;
  if (rolledOver || year < 1000 || year > 9998) return false;
  return date.getUTCDate() === day && hour <= 23 && minute <= 59 && second <= 59;
}

/**
 * The instant at which the clocks of an IANA zone show `time`: the earlier one where they show it twice; where
 * they skip it, as if they had not been moved yet.
 */
export function instantIn(time: LocalTime, zone: string): Instant {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const [before, after] = [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)];
  const fits = [wall - before, wall - after].find((ms) => ms + offsetAt(ms, zone) === wall);
  return toInstant(fits ?? wall - before);
}

/** The calendar day of an instant in an IANA zone. */
export function localDateOf(at: Instant, zone: string): { year: number; month: number; day: number } {
  const date = new Date(toMs(at) + offsetAt(toMs(at), zone));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
