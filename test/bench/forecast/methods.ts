import { FORECAST_HISTORY_MS, forecastOf } from '../../../utils/domain/forecast.ts';
import type { Estimate } from '../../../utils/domain/glance.ts';
import { DAY, SECOND, toInstant, toMs } from '../../../utils/domain/instant.ts';
import type { Sample } from '../../../utils/domain/records.ts';
import { chanceBefore } from '../../../utils/domain/run-out.ts';
import { aDataBucket, aReading, aRow, aSample } from '../../support/records.ts';
import { CYCLE, known, type Question } from './cycles.ts';
import type { Trace } from './trace.ts';

/** What a method says. Days count from the question on, with fractions; Infinity = not within a year. */
export interface Answer {
  /** the chance that it is used up before the cycle ends, 0 to 1 */
  chance: number;
  /** the day on which it is used up, and its interval of 80 % */
  point: number;
  early: number;
  late: number;
  /** bytes: 80 % of what is possible lies between them */
  low: number;
  high: number;
}

/** null = not enough history yet */
export type Method = (question: Question) => Answer | null;

const YEAR = 366;

/** The smallest value of a range at which something holds, where it holds of all above. */
function firstWhere(low: number, high: number, holds: (value: number) => boolean): number {
  let [before, after] = [low, high];
  for (let round = 0; round < 60; round += 1) {
    const middle = (before + after) / 2;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return holds(high) ? after : Number.POSITIVE_INFINITY;
}

/** The history of a trace as the product would have stored it by then. */
function samplesOf({ start, days }: Trace, now: number): Sample[] {
  const at = (day: number) => toInstant(start + day * DAY - SECOND);
  const rows: Sample[] = [aSample(at(0), { spent: null })];
  days.slice(0, now).forEach((used, day) => {
    if (used === null) return;
    if (day > 0 && days[day - 1] === null) rows.push(aSample(at(day), { spent: null, mark: 'gap' }));
    rows.push(aSample(at(day + 1), { spent: Math.round(used) }));
  });
  const since = toInstant(start + now * DAY - FORECAST_HISTORY_MS);
  return rows.filter((row) => row.at >= since);
}

function estimate({ trace, now, passed, cap, remaining }: Question): Estimate | null {
  const checkedAt = toInstant(trace.start + now * DAY);
  const validUntil = toInstant(trace.start + (now - passed + CYCLE) * DAY);
  const bucket = aDataBucket(Math.round(cap), Math.round(cap - remaining), { validUntil });
  const row = aRow(aReading({ buckets: [bucket] }), checkedAt);
  const forecast = forecastOf({ samples: samplesOf(trace, now), row, zone: 'UTC' });
  return forecast.kind === 'estimate' ? forecast : null;
}

/** The product's own forecast, from the same function and rows that the background uses. */
export const ours: Method = (question) => {
  const found = estimate(question);
  if (!found?.endsAt || found.chance === null) return null;
  const { early, point, late, chance, from, endsAt } = found;
  const days = (at: string | null) =>
    at === null ? Number.POSITIVE_INFINITY : (toMs(at) - toMs(from)) / DAY;
  const most = 1e3 * (found.model.level * YEAR + 1);
  const bytes = (share: number) =>
    firstWhere(0, most, (remaining) => chanceBefore({ ...found, remaining }, endsAt) <= share);
  return {
    chance,
    early: days(early),
    point: days(point),
    late: days(late),
    low: bytes(0.9),
    high: bytes(0.1),
  };
};

/** Of the standard normal distribution; Abramowitz and Stegun 7.1.26, good to 1e-7. */
function normal(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const terms = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  const tail = terms.reduce((value, term) => (value + term) * t, 0) * Math.exp((-z * z) / 2);
  return z < 0 ? tail / 2 : 1 - tail / 2;
}

const Z80 = 1.2815515655446004;

/** The mean of some days goes on for ever; days scatter about it as they did, each for itself. */
function steady(days: readonly number[], scatter: readonly number[], question: Question): Answer {
  const mean = days.reduce((sum, day) => sum + day, 0) / days.length;
  const centre = scatter.reduce((sum, day) => sum + day, 0) / scatter.length;
  const squares = scatter.reduce((sum, day) => sum + (day - centre) ** 2, 0);
  const deviation = Math.max(1, scatter.length > 1 ? Math.sqrt(squares / (scatter.length - 1)) : mean);
  const span = CYCLE - question.passed;
  const edge = (sign: number) => (days: number) => mean * days + sign * Z80 * deviation * Math.sqrt(days);
  const reach = (sign: number) => firstWhere(0, YEAR, (day) => edge(sign)(day) >= question.remaining);
  return {
    chance: normal((mean * span - question.remaining) / (deviation * Math.sqrt(span))),
    point: reach(0),
    early: reach(1),
    late: reach(-1),
    low: edge(-1)(span),
    high: edge(1)(span),
  };
}

const before = ({ trace, now }: Question, days: number) =>
  known(trace.days.slice(Math.max(0, now - days), now));
/** The newest known days. */
const newest = ({ trace, now }: Question, count: number) => known(trace.days.slice(0, now)).slice(-count);

export const METHODS: Record<string, Method> = {
  forecast: ours,
  'straight line from the start of the period': (question) => {
    const days = before(question, question.passed);
    return steady(
      days.length > 0 ? days : newest(question, 1),
      days.length > 1 ? days : newest(question, 7),
      question,
    );
  },
  'mean of the last 7 days': (question) => steady(newest(question, 7), newest(question, 7), question),
  'last 24 hours': (question) => steady(newest(question, 1), newest(question, 7), question),
};
