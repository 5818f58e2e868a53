import { forecastOf } from '../../utils/domain/forecast.ts';
import type { DayUse, Estimate, Forecast } from '../../utils/domain/glance.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { aDataBucket, aReading, aRow, aSample, GB } from './records.ts';

/* A line's use, told as its history would hold it. */

/** The day after the last whole day of every history here, a Monday, and the end of the line's data. */
export const TODAY = '2026-11-02T00:00:00Z';
export const ENDS_AT = '2026-11-22T00:00:00Z';

/** Calendar days up to yesterday, oldest first. */
export function daysOf(used: readonly (number | null)[]): DayUse[] {
  return used.map((bytes, index) => ({
    day: toInstant(toMs(TODAY) - (used.length - index) * DAY).slice(0, 10),
    used: bytes,
  }));
}

/** One row a day, at eight in the evening; null = nobody looked that day. */
export function historyOf(used: readonly (number | null)[]): Sample[] {
  const at = (index: number) => toInstant(toMs(TODAY) - (used.length - index) * DAY + 20 * HOUR);
  const rows = [aSample(toInstant(toMs(at(0)) - DAY))];
  used.forEach((bytes, index) => {
    if (bytes === null) return;
    const gap = used[index - 1] === null;
    rows.push(aSample(at(index), gap ? { mark: 'gap' } : { spent: bytes }));
  });
  return rows;
}

export function readingOf(remaining: number, rest: Partial<Reading> = {}): Reading {
  const bucket = aDataBucket(10 * GB, 10 * GB - remaining, { validUntil: ENDS_AT });
  return aReading({ buckets: [bucket], ...rest });
}

export function foresee(samples: Sample[], remaining: number, zone = 'UTC', checkedAt = TODAY): Forecast {
  return forecastOf({ samples, row: aRow(readingOf(remaining), checkedAt), zone });
}

/** The forecast where there has to be one. */
export function estimateOf(samples: Sample[], remaining: number, zone = 'UTC', checkedAt = TODAY): Estimate {
  const forecast = foresee(samples, remaining, zone, checkedAt);
  if (forecast.kind !== 'estimate') throw new Error(`no estimate: ${forecast.kind}`);
  return forecast;
}
