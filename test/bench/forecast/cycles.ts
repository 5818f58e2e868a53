import { quantile } from '../series.ts';
import type { Trace } from './trace.ts';

export const CYCLE = 30;
/** So many unknown days a cycle may have. They add nothing, as a counter that stood still. */
const UNKNOWN = 3;
const ASKED_ON = [5, 10, 15, 20, 25];
const CAPS = [0.8, 1, 1.2];
const CAP_QUANTILE = 0.6;
/** Days that have to be known before anybody is asked. */
const FEWEST_DAYS = 7;

/** One question: with so much left, is it used up before the cycle ends, and when? */
export interface Question {
  trace: Trace;
  /** index of the day that begins now; those before are known */
  now: number;
  /** days of the cycle that have passed */
  passed: number;
  /** bytes of the whole cycle, and of what is left */
  cap: number;
  remaining: number;
  /** bytes used in the rest of the cycle, and after how many of its days nothing was left; null = it lasted */
  used: number;
  ranOut: number | null;
}

const sum = (days: readonly (number | null)[]) => days.reduce<number>((total, day) => total + (day ?? 0), 0);
export const known = (days: readonly (number | null)[]) => days.filter((day) => day !== null);

function isPlayable(days: readonly (number | null)[]): boolean {
  return days.length === CYCLE && CYCLE - known(days).length <= UNKNOWN;
}

/** First days of the cycles, one after another; where too much is unknown the next one begins a day later. */
function starts({ days }: Trace): number[] {
  const found: number[] = [];
  for (let day = 0; day + CYCLE <= days.length; day += 1) {
    if (!isPlayable(days.slice(day, day + CYCLE))) continue;
    found.push(day);
    day += CYCLE - 1;
  }
  return found;
}

/** What a plan holds that fits the trace: the 60th percentile of its use of 30 days. */
export function usualCap({ days }: Trace): number {
  const windows = days
    .map((_, day) => days.slice(day, day + CYCLE))
    .filter(isPlayable)
    .map(sum);
  return quantile(windows, CAP_QUANTILE);
}

/** Days (with fractions) until `remaining` bytes are used; null = not within them. */
function ranOutAfter(days: readonly (number | null)[], remaining: number): number | null {
  let left = remaining;
  for (const [index, day] of days.entries()) {
    if (day !== null && day >= left) return day === 0 ? index : index + left / day;
    left -= day ?? 0;
  }
  return null;
}

/** Every question that a trace allows, and how many came too early for any answer. */
export function questionsOf(trace: Trace): { asked: Question[]; tooEarly: number } {
  const cap = usualCap(trace);
  const all = starts(trace).flatMap((start) =>
    ASKED_ON.flatMap((passed) =>
      CAPS.map((share): Question => {
        const now = start + passed;
        const rest = trace.days.slice(now, start + CYCLE);
        const remaining = share * cap - sum(trace.days.slice(start, now));
        const ranOut = ranOutAfter(rest, remaining);
        return { trace, now, passed, cap: share * cap, remaining, used: sum(rest), ranOut };
      }),
    ),
  );
  const open = all.filter(({ remaining }) => remaining > 0);
  const asked = open.filter(({ now }) => known(trace.days.slice(0, now)).length >= FEWEST_DAYS);
  return { asked, tooEarly: open.length - asked.length };
}
