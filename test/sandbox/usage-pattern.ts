import { DAY, HOUR } from './clock.ts';
import { drawn } from './random.ts';

/** What a person spends of: data at home, abroad and at night, calls, messages. */
export const CHANNELS = ['data', 'roaming', 'night', 'voice', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

interface Habit {
  /** bytes, seconds or messages on a middling day */
  perDay: number;
  /** share of the days on which there is any use at all */
  days: number;
}

const MB = 1_000_000;

/** What the person behind each line does on a middling day. */
const HABITS: Record<string, Partial<Record<Channel, Habit>>> = {
  esim: { data: { perDay: 150 * MB, days: 1 }, roaming: { perDay: 90 * MB, days: 0.2 } },
  'data-card': { data: { perDay: 850 * MB, days: 0.95 } },
  phone: { data: { perDay: 320 * MB, days: 1 } },
  calling: {
    data: { perDay: 180 * MB, days: 1 },
    voice: { perDay: 480, days: 0.9 },
    sms: { perDay: 3, days: 0.6 },
  },
};

/** How a day's use falls on its 24 hours. */
const HOURS = [2, 1, 0.5, 0.5, 0.5, 1, 3, 6, 7, 5, 4, 5, 7, 6, 4, 4, 5, 7, 8, 9, 10, 9, 7, 4];
const HOURS_SUM = HOURS.reduce((sum, weight) => sum + weight, 0);

/** Use between two instants of the usage clock, in bytes, seconds or messages. Neighbouring spans add up. */
export function usedBetween(
  seed: number,
  lineId: string,
  channel: Channel,
  from: number,
  to: number,
): number {
  const habit = HABITS[lineId]?.[channel];
  if (!habit || to <= from) return 0;
  let used = 0;
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const total = dayTotal(seed, lineId, channel, habit, day);
    used += until(total, to - day * DAY) - until(total, from - day * DAY);
  }
  return used;
}

function dayTotal(seed: number, lineId: string, channel: Channel, habit: Habit, day: number): number {
  const [any, a, b, c] = drawn(seed, lineId, channel, day);
  if (any >= habit.days) return 0;
  // the sum of three even draws is close enough to a bell; its exponential gives rare heavy days
  const bell = a + b + c - 1.5;
  const weekend = (day + 4) % 7 === 0 || (day + 4) % 7 === 6 ? 1.25 : 1;
  return Math.round(habit.perDay * Math.exp(bell) * weekend);
}

/** What of a day's total is used `ms` after its midnight. */
function until(total: number, ms: number): number {
  if (ms <= 0) return 0;
  if (ms >= DAY) return total;
  const hour = Math.floor(ms / HOUR);
  const whole = HOURS.slice(0, hour).reduce((sum, weight) => sum + weight, 0);
  const part = (HOURS[hour] ?? 0) * ((ms % HOUR) / HOUR);
  return Math.floor((total * (whole + part)) / HOURS_SUM);
}
