import { dailyUse } from '../domain/daily-use.ts';
import { FORECAST_HISTORY_MS, forecastOf } from '../domain/forecast.ts';
import { dayIn } from '../domain/format.ts';
import type { GlanceLine } from '../domain/glance.ts';
import { toInstant, toMs } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import type { ReadingRow } from '../domain/records.ts';
import { shownForecast } from '../domain/shown-forecast.ts';
import { type Deps, nowOf } from './deps.ts';

const BARS = 14;

/** What the glance tells of a line's history. */
export type LineHistory = Pick<GlanceLine, 'days' | 'forecast'>;

/** That of the record before, where it is of today and of the same poll. */
export function sameHistory(
  before: GlanceLine | null,
  line: Line,
  row: ReadingRow | null,
  deps: Deps,
): LineHistory | null {
  const today = dayIn(nowOf(deps), line.zone ?? deps.zone);
  const same = before?.checkedAt === (row?.checkedAt ?? null) && before.days.at(-1)?.day === today;
  return same ? before : null;
}

/** The bars of the last days, and the forecast as it is to be shown after the one before. */
export async function lineHistory(
  deps: Deps,
  line: Line,
  row: ReadingRow | null,
  before: GlanceLine | null,
): Promise<LineHistory> {
  const now = nowOf(deps);
  const zone = line.zone ?? deps.zone;
  const recent = await deps.store.samples(line.id, toInstant(toMs(now) - FORECAST_HISTORY_MS));
  // A line that has not moved for weeks is known to be idle by its last change.
  const last = recent.length > 0 ? null : await deps.store.lastSample(line.id);
  const samples = last ? [last] : recent;
  return {
    days: dailyUse(samples, zone, dayIn(now, zone), BARS, row?.checkedAt ?? null),
    forecast: row
      ? shownForecast(before?.forecast ?? null, forecastOf({ samples, row, zone }))
      : { kind: 'none' },
  };
}
