import { describe, expect, it } from 'vitest';
import { allowancePerDay } from '../../utils/domain/allowance.ts';
import { forecastOf } from '../../utils/domain/forecast.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import { lastsUntil } from '../../utils/domain/until.ts';
import { aBucket, aDataBucket, aReading, aRow, aSample, GB, MB } from '../support/records.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { ENDS_AT, estimateOf, foresee, historyOf, TODAY } from '../support/use-history.ts';

const even = (days: number, used: number) => Array<number>(days).fill(used);

describe('the forecast of a line', () => {
  it('says "not enough history yet" below seven days, and foresees from then on', () => {
    expect(foresee(historyOf(even(6, 100 * MB)), GB).kind).toBe('no-history');
    expect(foresee(historyOf(even(7, 100 * MB)), GB).kind).toBe('estimate');
    expect(foresee([], GB).kind).toBe('no-history');
  });

  it('is none where no limited amount is known in whole', () => {
    const none = (reading: Parameters<typeof aReading>[0]) =>
      forecastOf({ samples: historyOf(even(20, MB)), row: aRow(aReading(reading), TODAY), zone: 'UTC' }).kind;
    expect(none({ buckets: [] })).toBe('none');
    expect(none({ buckets: [aBucket({ unlimited: true })] })).toBe('none');
    expect(none({ buckets: [aBucket({ id: 'b' }), aDataBucket(GB, MB)] })).toBe('none');
  });

  it('names the day on which an even use reaches the end', () => {
    const { point, verdict, chance } = estimateOf(historyOf(even(30, 100 * MB)), GB);
    expect(Math.abs(toMs(point ?? '') - toMs(TODAY) - 10 * DAY)).toBeLessThan(HOUR);
    expect(verdict).toBe('runs-out');
    expect(chance).toBeGreaterThan(0.8);
    expect(estimateOf(historyOf(even(30, 100 * MB)), 4 * GB).verdict).toBe('lasts');
    expect(estimateOf(historyOf(even(30, 100 * MB)), 2 * GB).verdict).toBe('may-run-out');
  });

  it('knows no chance without an end, but still a day', () => {
    const row = aRow(aReading({ buckets: [aDataBucket(10 * GB, 9 * GB)] }), TODAY);
    const found = forecastOf({ samples: historyOf(even(30, 100 * MB)), row, zone: 'UTC' });
    expect(found).toMatchObject({ chance: null, verdict: 'open', endsAt: null });
  });

  it('is the same whenever it is asked', () => {
    const samples = historyOf(even(30, 100 * MB));
    expect(estimateOf(samples, GB)).toEqual(estimateOf(samples, GB));
  });
});

describe('the level of use', () => {
  const plain = estimateOf(historyOf(even(35, 100 * MB)), GB).model.level;
  const level = (samples: ReturnType<typeof historyOf>) => estimateOf(samples, GB).model.level;

  it('is not moved by days on which nobody looked', () => {
    const used = even(35, 100 * MB).map((bytes, day) => (day > 15 && day < 21 ? null : bytes));
    expect(level(historyOf(used))).toBeCloseTo(plain);
  });

  it('is not moved by top-ups, whether or not the use beside them is known', () => {
    const samples = historyOf(even(35, 100 * MB));
    const marked = (spent: number | null) =>
      samples.map((row, index) =>
        index % 9 === 8 ? { ...row, spent, mark: 'top-up' as const, remaining: 10 * GB } : row,
      );
    expect(level(marked(100 * MB))).toBeCloseTo(plain);
    expect(level(marked(null))).toBeCloseTo(plain);
  });

  it('is not moved by a reset, which hides what was used between the last look and midnight', () => {
    const samples = historyOf(even(35, 100 * MB)).map((row, index) =>
      index === 20 ? { ...row, spent: 90 * MB, mark: 'reset' as const, used: 0 } : row,
    );
    expect(level(samples) / plain).toBeGreaterThan(0.99);
  });

  it('is not moved by a carrier that books several days in one block', () => {
    for (const silent of [1, 2, 3]) {
      const blocks = even(36, 0).map((_, day) => (day % 4 === 3 - silent ? 400 * MB : 0));
      expect(level(historyOf(blocks)) / plain).toBeGreaterThan(0.9);
      expect(level(historyOf(blocks)) / plain).toBeLessThan(1.15);
    }
  });

  it('counts what such a carrier has not booked yet as used', () => {
    const daily = estimateOf(historyOf(even(36, 100 * MB)), GB).point ?? '';
    const blocks = even(36, 0).map((_, day) => (day % 4 === 1 ? 400 * MB : 0));
    const late = estimateOf(historyOf(blocks), GB).point ?? '';
    expect(toMs(daily) - toMs(late)).toBeGreaterThan(1.5 * DAY);
  });

  it('takes a person who rests at weekends at their word', () => {
    const workdays = even(35, 0).map((_, day) => (day % 7 < 5 ? 100 * MB : 0));
    expect(estimateOf(historyOf(workdays), GB).from).toBe(TODAY);
  });

  it('is told to the hour by a carrier that measured hours ago', () => {
    const samples = historyOf(even(30, 100 * MB));
    const bucket = aDataBucket(10 * GB, 9 * GB, { validUntil: ENDS_AT });
    const row = (asOf: string | null) => aRow(aReading({ asOf, buckets: [bucket] }), TODAY);
    const early = forecastOf({ samples, row: row('2026-11-01T21:00:00Z'), zone: 'UTC' });
    expect(early).toMatchObject({ from: '2026-11-01T21:00:00Z' });
    expect(forecastOf({ samples, row: row(null), zone: 'UTC' })).toMatchObject({ from: TODAY });
  });

  it('falls when a line that was always used lies still', () => {
    const still = historyOf([...even(25, 100 * MB), ...even(10, 0)]);
    expect(level(still)).toBeLessThan(0.6 * plain);
  });
});

describe('days and zones', () => {
  /** A row an hour for five weeks, each of its own size. */
  function hourly() {
    const random = seededRandom(7);
    const begin = toMs(TODAY) - 35 * DAY;
    return Array.from({ length: 35 * 24 + 1 }, (_, hour) =>
      aSample(toInstant(begin + hour * HOUR), { spent: hour === 0 ? null : Math.round(8 * MB * random()) }),
    );
  }

  it('T06: a person who travels to the other side of the world has the same use, no day twice and none left out', () => {
    const levels = ['Pacific/Apia', 'America/St_Johns', 'UTC', 'Asia/Kathmandu', 'Pacific/Honolulu'].map(
      (zone) => estimateOf(hourly(), GB, zone).model.level,
    );
    expect(Math.max(...levels) / Math.min(...levels)).toBeLessThan(1.02);
  });

  it('a week in which the clocks change has seven days, none of them empty', () => {
    for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Europe/Berlin', 'Antarctica/Troll']) {
      const { model } = estimateOf(hourly(), GB, zone);
      expect(model.age).toBe(0);
      expect(Math.min(...model.weekday)).toBeGreaterThan(0.9);
    }
  });
});

describe('the allowance', () => {
  it('divides what is left by the days that are left, the last of them whole', () => {
    expect(allowancePerDay(GB, TODAY, ENDS_AT)).toBe(50 * MB);
    expect(allowancePerDay(GB, TODAY, '2026-11-02T06:00:00Z')).toBe(GB);
    expect(allowancePerDay(GB, TODAY, TODAY)).toBeNull();
  });

  it('answers for a day of the person: whether it lasts until then, and what would make it', () => {
    const forecast = estimateOf(historyOf(even(30, 100 * MB)), GB);
    const ask = (until: string, remaining = GB) =>
      lastsUntil({ headline: { kind: 'data', remaining, total: null }, forecast }, TODAY, until);
    expect(ask('2026-11-06T00:00:00Z')?.verdict).toBe('lasts');
    expect(ask('2026-12-12T00:00:00Z')).toMatchObject({ verdict: 'runs-out', perDay: 25 * MB });
    expect(ask('2026-12-12T00:00:00Z', 9 * GB)?.verdict).toBe('lasts');
    expect(ask('2026-11-01T00:00:00Z')).toBeNull();
    const unknown = lastsUntil({ headline: { kind: 'none' }, forecast }, TODAY, ENDS_AT);
    expect(unknown).toBeNull();
  });

  it('is told without a forecast as well', () => {
    const headline = { kind: 'data' as const, remaining: GB, total: null };
    const answer = lastsUntil({ headline, forecast: { kind: 'no-history' } }, TODAY, ENDS_AT);
    expect(answer).toEqual({ chance: null, verdict: 'open', perDay: 50 * MB });
  });
});
