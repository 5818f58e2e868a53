import { dailyUse, daysBefore } from './daily-use.ts';
import { dayIn } from './format.ts';
import type { DayUse, Forecast } from './glance.ts';
import { endOf, headlineOf, isPartlyUnknown } from './headline.ts';
import { DAY, type Instant, toInstant, toMs } from './instant.ts';
import type { ReadingRow, Sample } from './records.ts';
import { chanceBefore, runOutOf } from './run-out.ts';
import { verdictOf } from './shown-forecast.ts';
import { useModel } from './use-model.ts';

/** Older days tell nothing of those to come. */
const WINDOW = 42;

/** How much history a forecast needs. */
export const FORECAST_HISTORY_MS = (WINDOW + 3) * DAY;

export interface ForecastInput {
  /** the line's history of `FORECAST_HISTORY_MS`, oldest first */
  samples: readonly Sample[];
  row: ReadingRow;
  /** IANA zone in which the line's days are counted */
  zone: string;
}

/** Days up to `day`, without the one in which the history begins. */
function daysTo(day: string, samples: readonly Sample[], zone: string, seen: Instant): DayUse[] {
  const begin = samples[0] && dayIn(samples[0].at, zone);
  const days = dailyUse(samples, zone, day, WINDOW, seen);
  return days.map((use) => (use.day === begin ? { ...use, used: null } : use));
}

/** Who books in blocks is silent on every other day at least; who rests at weekends is not. */
const SILENT = 0.45;

/** Have there been two silences at least as long as the one at the end? Then that one is told of later, as they were. */
function isUsualSilence(days: readonly DayUse[]): boolean {
  const silences = days
    .map(({ used }) => (used === 0 ? '0' : '1'))
    .join('')
    .split(/1+/);
  const last = silences.pop() ?? '';
  if (days.filter(({ used }) => used === 0).length < SILENT * days.filter(({ used }) => used !== null).length)
    return false;
  return last !== '' && silences.filter(({ length }) => length >= last.length).length >= 2;
}

/**
 * The instant that the figures speak of, and the whole days before it. A carrier that says when it measured is
 * believed; one that books use in blocks of days is taken to have booked up to the end of the last of them.
 */
function measured({ samples, row, zone }: ForecastInput): { from: Instant; days: DayUse[] } {
  const { asOf } = row.reading;
  const from = asOf !== null && asOf < row.checkedAt ? asOf : row.checkedAt;
  const days = daysTo(daysBefore(dayIn(from, zone), 1), samples, zone, from);
  const booked = samples.findLast(({ spent }) => spent !== null && spent > 0);
  if (!booked || booked.at >= from || !isUsualSilence(days)) return { from, days };
  return { from: booked.at, days: daysTo(dayIn(booked.at, zone), samples, zone, from) };
}

/** Will it last? What the history and the latest reading of a line tell of it. */
export function forecastOf(input: ForecastInput): Forecast {
  const { row, zone } = input;
  const headline = headlineOf(row.reading);
  if (headline.kind !== 'data' || isPartlyUnknown(row.reading)) return { kind: 'none' };
  const { from, days } = measured(input);
  const model = useModel(days);
  if (!model) return { kind: 'no-history' };
  const outlook = { model, remaining: headline.remaining, from, zone };
  const end = endOf(row.reading, row.checkedAt);
  const chance = end && chanceBefore(outlook, end.estimated ? toInstant(toMs(end.at) + DAY) : end.at);
  return {
    kind: 'estimate',
    ...outlook,
    ...runOutOf(outlook),
    endsAt: end?.at ?? null,
    chance,
    verdict: verdictOf(chance, null),
  };
}
