import type { DayUse } from './glance.ts';

/** How a line is used, learnt from its days: small enough to travel with the glance record. */
export interface UseModel {
  /** bytes expected of a mean day */
  level: number;
  /** of each weekday against the mean day, Sunday first; their mean is 1 */
  weekday: number[];
  /** squared coefficient of variation of single days */
  noise: number;
  /** how many days of equal weight the level rests on */
  weight: number;
  /** days from the newest day that is known to the day of the forecast */
  age: number;
}

/** Below it there is no forecast. */
const FEWEST_DAYS = 7;
/** A day counts half as much as one that is so many days younger. */
const HALF_LIFE = 10;
/** What is assumed of an unknown person's days, and how many days of their own outweigh it. */
const USUAL_NOISE = 0.5;
const USUAL_WEIGHT = 5;
/** One wild day must not make everything possible. */
const MOST_NOISE = 4;
/** What evens out between neighbours counts for no less than this share of the scatter. */
const LEAST_OWN = 0.3;
/** How far weekdays differ for most people, squared: hardly. The noisier the days, the less theirs are believed. */
const WEEKDAY_SPREAD = 0.04;

interface Weighed {
  index: number;
  used: number;
  weekday: number;
  weight: number;
}

function weigh(days: readonly DayUse[]): Weighed[] {
  return days.flatMap(({ day, used }, index) =>
    used === null
      ? []
      : [
          {
            index,
            used,
            weekday: weekdayOf(day),
            weight: 0.5 ** ((days.length - index) / HALF_LIFE),
          },
        ],
  );
}

const sumOf = (days: readonly Weighed[], of: (day: Weighed) => number) =>
  days.reduce((sum, day) => sum + of(day), 0);

/**
 * The scatter of days about the level, with what neighbours share: a spell makes a month less sure than its days do,
 * and a block that is booked for several days at once makes it more so.
 */
function noiseOf(days: readonly Weighed[], level: number, weight: number): number {
  if (level === 0) return USUAL_NOISE;
  const byIndex = new Map(days.map((day) => [day.index, day.used / level - 1]));
  const shared = (apart: number) =>
    sumOf(
      days,
      ({ index, weight }) => weight * (byIndex.get(index) ?? 0) * (byIndex.get(index - apart) ?? 0),
    );
  const own = shared(0);
  const spells = own + 2 * (shared(1) * (2 / 3) + shared(2) * (1 / 3));
  const variance = Math.max(spells, LEAST_OWN * own) / sumOf(days, (day) => day.weight);
  const noise = Math.min(MOST_NOISE, (variance * weight) / (weight - 1));
  return (noise * weight + USUAL_NOISE * USUAL_WEIGHT) / (weight + USUAL_WEIGHT);
}

/** The weekdays' own means, drawn strongly towards the mean day. */
function weekdaysOf(days: readonly Weighed[], level: number, noise: number): number[] {
  const doubt = noise / WEEKDAY_SPREAD;
  const factors = Array.from({ length: 7 }, (_, weekday) => {
    const own = days.filter((day) => day.weekday === weekday);
    const used = level === 0 ? 0 : sumOf(own, (day) => day.weight * day.used) / level;
    return (used + doubt) / (sumOf(own, (day) => day.weight) + doubt);
  });
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / 7;
  return factors.map((factor) => factor / mean);
}

/**
 * What whole days, oldest first and without holes in the calendar, tell of those to come; null = too few of them
 * are known. The level is a mean of bytes and not of logarithms, so that it stands whether a carrier reports by the
 * hour or several days in one block.
 */
export function useModel(days: readonly DayUse[]): UseModel | null {
  const known = weigh(days);
  if (known.length < FEWEST_DAYS) return null;
  const total = sumOf(known, (day) => day.weight);
  const level = sumOf(known, (day) => day.weight * day.used) / total;
  const weight = total ** 2 / sumOf(known, (day) => day.weight ** 2);
  const noise = noiseOf(known, level, weight);
  const age = days.length - 1 - days.findLastIndex(({ used }) => used !== null);
  return { level, weekday: weekdaysOf(known, level, noise), noise, weight, age };
}

/** Bytes expected of the next `span` days (fractions count), of which the first is a `first` (Sunday = 0). */
export function expectedUse({ level, weekday }: UseModel, first: number, span: number): number {
  const weeks = Math.floor(span / 7);
  let days = weeks * 7;
  for (let day = 0; day < 7; day += 1) {
    const part = Math.min(1, Math.max(0, span - weeks * 7 - day));
    days += part * (weekday[(first + day) % 7] ?? 1);
  }
  return level * days;
}

/** The weekday of a calendar day, `2026-11-21`; Sunday = 0. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}
