import { dayIn } from './format.ts';
import { type Instant, toInstant } from './instant.ts';
import { addDays, daysFrom, type Stretch } from './stretches.ts';
import type { Track } from './track.ts';
import type { Bar } from './use-series.ts';

/** Where all there is is asked for and there is little, a week is shown. */
const FEWEST_DAYS = 7;

/** The calendar days to be shown, today the last: so many, or from the first row on. */
export function daysShown(
  tracks: readonly Track[],
  count: number | 'all',
  now: Instant,
  zone: string | null,
): Stretch[] {
  const today = dayIn(now, zone);
  const first = Math.min(...tracks.map(({ times }) => times[0] ?? Number.POSITIVE_INFINITY));
  const week = addDays(today, 1 - FEWEST_DAYS);
  if (count !== 'all') return daysFrom(addDays(today, 1 - count), today, zone);
  const [begin = week] = [week, Number.isFinite(first) ? dayIn(toInstant(first), zone) : week].toSorted();
  return daysFrom(begin, today, zone);
}

/** Bytes in the days shown; null = nothing is known. */
export interface UseSummary {
  total: Bar;
  /** over the days that are over and fully known */
  mean: number | null;
  most: { day: string; used: number } | null;
}

/** The bars of days in three figures; the last day is today and not over. */
export function summaryOf(days: readonly Stretch[], bars: readonly Bar[]): UseSummary {
  const known = bars.flatMap(({ used, atLeast }, index) => {
    const day = days[index]?.day;
    return used === null || day === undefined
      ? []
      : [{ day, used, atLeast, isOver: index < days.length - 1 }];
  });
  const sum = (parts: readonly { used: number }[]) => parts.reduce((total, { used }) => total + used, 0);
  const whole = known.filter(({ isOver, atLeast }) => isOver && !atLeast);
  const [first, ...rest] = known;
  return {
    total: {
      used: first ? sum(known) : null,
      atLeast: known.length < days.length || known.some(({ atLeast }) => atLeast),
    },
    mean: whole.length > 0 ? Math.round(sum(whole) / whole.length) : null,
    most: first ? rest.reduce((best, day) => (day.used > best.used ? day : best), first) : null,
  };
}
