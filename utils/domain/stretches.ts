import { DAY, HOUR } from './instant.ts';
import { offsetAt } from './zone-offset.ts';

/** A calendar day in a zone, or an hour of one. Milliseconds since the epoch, the end not included. */
export interface Stretch {
  /** the calendar day that it is or belongs to, `2026-11-21` */
  day: string;
  start: number;
  end: number;
}

export type Per = 'day' | 'hour';

/** Offsets lie between -12 and +14 hours; so far from midnight in UTC it is surely before or after it anywhere. */
const SURELY_BEFORE = 15 * HOUR;
const SURELY_AFTER = 13 * HOUR;

/** When a calendar day begins in `zone` (IANA, null = the browser's). Where midnight comes twice, the first. */
export function startOfDay(day: string, zone: string | null): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const before = midnight - offsetAt(midnight - SURELY_BEFORE, zone);
  const after = midnight - offsetAt(midnight + SURELY_AFTER, zone);
  const isMidnight = (at: number) => at + offsetAt(at, zone) === midnight;
  const [first] = [before, after].toSorted((a, b) => a - b).filter(isMidnight);
  // Where clocks go from 0:00 to 1:00 there is no midnight, and the day begins when they do.
  return first ?? before;
}

/** `2026-11-21` and so many days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** The calendar days from one to another, both included; of 23, 24 or 25 hours. */
export function daysFrom(first: string, last: string, zone: string | null): Stretch[] {
  const stretches: Stretch[] = [];
  let start = startOfDay(first, zone);
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const end = startOfDay(addDays(day, 1), zone);
    stretches.push({ day, start, end });
    start = end;
  }
  return stretches;
}

/** The hours of days, in order; a day has as many as it has. */
export function hoursOf(days: readonly Stretch[]): Stretch[] {
  return days.flatMap(({ day, start, end }) =>
    Array.from({ length: Math.ceil((end - start) / HOUR) }, (_, hour) => ({
      day,
      start: start + hour * HOUR,
      end: Math.min(end, start + (hour + 1) * HOUR),
    })),
  );
}

/** Which of adjoining stretches holds an instant: below 0 or the length where none does. */
export function indexAt(stretches: readonly Stretch[], ms: number): number {
  const [first] = stretches;
  if (!first || ms < first.start) return -1;
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
