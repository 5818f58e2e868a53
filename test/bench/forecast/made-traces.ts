import { DAY, HOUR, toInstant, toMs } from '../../../utils/domain/instant.ts';
import { GB, MB } from '../../support/records.ts';
import { seededRandom } from '../../support/seeded-random.ts';

/** A trace as its file holds it. */
export interface MadeTrace {
  granularity: 'day' | 'hour';
  usage: { at: string; bytes: number }[];
}

const START = toMs('2026-01-05T00:00:00Z');

/** Bytes of a day, by its number; null = a gap. */
type Habit = (day: number, chance: Chance) => number | null;

interface Chance {
  /** 0 <= n < 1 */
  even: () => number;
  /** about 1, with heavy tails to the right; the larger the spread the wilder */
  wild: (spread: number) => number;
}

function chanceOf(seed: number): Chance {
  const even = seededRandom(seed);
  const bell = () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  return { even, wild: (spread) => Math.exp(spread * bell() - (spread * spread) / 2) };
}

function byDay(seed: number, count: number, habit: Habit): MadeTrace {
  const chance = chanceOf(seed);
  const usage = Array.from({ length: count }, (_, day) => habit(day, chance)).flatMap((bytes, day) =>
    bytes === null ? [] : [{ at: toInstant(START + day * DAY), bytes: Math.round(bytes) }],
  );
  return { granularity: 'day', usage };
}

/** Seven hours of sleep, then more and more until the evening. */
const HOURS = Array.from({ length: 24 }, (_, hour) => (hour < 7 ? 0 : hour - 5));
const HOURS_SUM = HOURS.reduce((sum, part) => sum + part, 0);

function byHour(seed: number, count: number, habit: Habit): MadeTrace {
  const { usage } = byDay(seed, count, habit);
  const hours = usage.flatMap(({ at, bytes }) =>
    HOURS.map((part, hour) => ({
      at: toInstant(toMs(at) + hour * HOUR),
      bytes: Math.round((bytes * part) / HOURS_SUM),
    })),
  );
  return { granularity: 'hour', usage: hours.filter(({ bytes }) => bytes > 0) };
}

/** Monday to Friday; the first day is a Monday. */
const isWorkday = (day: number) => day % 7 < 5;

/** The traces of test/bench/traces by file name: one for each habit that a forecast has to stand. */
export function madeTraces(): Record<string, MadeTrace> {
  let owed = 0;
  let mood = 0;
  return {
    'steady.json': byDay(1, 180, (_day, { wild }) => 300 * MB * wild(0.3)),
    'weekly.json': byDay(2, 180, (day, { wild }) => (isWorkday(day) ? 0.6 : 0.15) * GB * wild(0.4)),
    'bursty.json': byDay(3, 240, (_day, { even, wild }) => (even() < 0.12 ? 2.5 * GB : 90 * MB) * wild(0.9)),
    'idle-days.json': byDay(4, 180, (_day, { even, wild }) => (even() < 0.5 ? 0 : 150 * MB * wild(0.8))),
    'new-habit.json': byDay(
      5,
      180,
      (day, { wild }) => (day < 75 ? 200 : day < 130 ? 520 : 260) * MB * wild(0.6),
    ),
    'growing.json': byDay(6, 210, (day, { wild }) => 150 * MB * 1.01 ** day * wild(0.5)),
    'travel.json': byDay(7, 210, (day, { wild }) => {
      if (day % 50 >= 46) return null;
      return (day % 50 >= 40 ? 1.2 * GB : 250 * MB) * wild(0.6);
    }),
    'blocks.json': byDay(8, 150, (day, { wild }) => {
      owed += 220 * MB * wild(0.6);
      if (day % 3 < 2) return 0;
      const booked = owed;
      owed = 0;
      return booked;
    }),
    'moods.json': byDay(11, 240, (_day, { wild }) => {
      mood = 0.93 * mood + Math.log(wild(0.22));
      return 300 * MB * Math.exp(mood) * wild(0.5);
    }),
    'short.json': byDay(9, 38, (_day, { wild }) => 400 * MB * wild(1)),
    'hours.json': byHour(10, 64, (day, { wild }) => (isWorkday(day) ? 350 : 500) * MB * wild(0.7)),
  };
}
