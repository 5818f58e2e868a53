import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyUse } from '../../utils/domain/daily-use.ts';
import { HOUR, MINUTE, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { daysFrom, hoursOf } from '../../utils/domain/stretches.ts';
import { trackOf } from '../../utils/domain/track.ts';
import { together, useIn } from '../../utils/domain/use-series.ts';
import { aSample } from '../support/records.ts';

const track = (samples: Sample[], checkedAt: string | null = null) => trackOf('l1', samples, checkedAt);
const perDay = (samples: Sample[], first: string, last: string, checkedAt: string | null = null) =>
  useIn(daysFrom(first, last, 'UTC'), track(samples, checkedAt), 'day');
const perHour = (samples: Sample[], day: string, zone = 'UTC', checkedAt: string | null = null) =>
  useIn(hoursOf(daysFrom(day, day, zone)), track(samples, checkedAt), 'hour');

const FIRST = aSample('2026-11-17T09:00:00Z');

describe('use per day', () => {
  it('is the sum of the day, 0 where nothing changed, and not known where nobody looked', () => {
    const samples = [
      FIRST,
      aSample('2026-11-18T09:00:00Z', { spent: 5 }),
      aSample('2026-11-18T19:00:00Z', { spent: 6 }),
      aSample('2026-11-20T09:00:00Z', { spent: 7 }),
    ];
    expect(perDay(samples, '2026-11-16', '2026-11-22', '2026-11-21T08:00:00Z')).toEqual([
      null,
      null,
      11,
      0,
      7,
      0,
      null,
    ]);
  });

  it('A11: is not known of the days of a gap, and the day after them tells no zero either', () => {
    const samples = [
      FIRST,
      aSample('2026-11-18T09:00:00Z', { spent: 5 }),
      aSample('2026-11-21T09:00:00Z', { spent: 900, mark: 'gap' }),
      aSample('2026-11-22T09:00:00Z', { spent: 3 }),
    ];
    expect(perDay(samples, '2026-11-18', '2026-11-22')).toEqual([5, null, null, null, 3]);
  });

  it('leaves top-ups and resets out', () => {
    const samples = [
      aSample('2026-11-17T09:00:00Z', { remaining: 100 }),
      aSample('2026-11-18T09:00:00Z', { remaining: 1000, spent: 4, mark: 'top-up' }),
      aSample('2026-11-19T09:00:00Z', { remaining: 5000, spent: 2, mark: 'reset' }),
    ];
    expect(perDay(samples, '2026-11-18', '2026-11-19')).toEqual([4, 2]);
  });

  it('does not know of a day when a part of it is not known', () => {
    const samples = [
      FIRST,
      aSample('2026-11-18T09:00:00Z', { spent: null }),
      aSample('2026-11-18T12:00:00Z', { spent: 5 }),
    ];
    expect(perDay(samples, '2026-11-18', '2026-11-18')).toEqual([null]);
  });

  it('puts a row of a whole day on the day of that name, east and west of Greenwich', () => {
    const rows = ['2026-07-01', '2026-07-02', '2026-07-03'].map((day, index) =>
      aSample(`${day}T${index === 1 ? '02' : '22'}:00:00Z`, { spent: index, grain: 'day' }),
    );
    const samples = [aSample('2026-06-30T10:00:00Z', { grain: 'day' }), ...rows];
    for (const zone of ['Asia/Taipei', 'America/Los_Angeles', 'UTC'])
      expect(useIn(daysFrom('2026-07-01', '2026-07-03', zone), track(samples), 'day')).toEqual([0, 1, 2]);
  });

  it('has one bar for a day of 23 or 25 hours, with all that was used on it', () => {
    const hours = Array.from({ length: 72 }, (_, hour) =>
      aSample(toInstant(toMs('2026-10-24T00:30:00Z') + hour * HOUR), { spent: 1 }),
    );
    const days = daysFrom('2026-10-24', '2026-10-26', 'Europe/London');
    expect(useIn(days, track(hours), 'day').slice(1, 2)).toEqual([25]);
  });
});

describe('use per hour', () => {
  it('has 25 hours when clocks go back, each with its own use', () => {
    const samples = Array.from({ length: 30 }, (_, hour) =>
      aSample(toInstant(toMs('2026-10-24T22:30:00Z') + hour * HOUR), { spent: hour }),
    );
    const told = perHour(samples, '2026-10-25', 'Europe/London');
    expect(told).toHaveLength(25);
    expect(told.slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('is not known of hours between which something was lost', () => {
    const samples = [
      aSample('2026-11-20T09:10:00Z'),
      aSample('2026-11-21T01:10:00Z', { spent: 1 }),
      aSample('2026-11-21T04:10:00Z', { spent: null }),
    ];
    expect(perHour(samples, '2026-11-21', 'UTC', '2026-11-21T05:30:00Z').slice(0, 7)).toEqual([
      0,
      1,
      null,
      null,
      null,
      0,
      null,
    ]);
  });

  it('is not known of a day that was rolled up', () => {
    const samples = [
      aSample('2026-07-01T21:00:00Z', { spent: 9, grain: 'day' }),
      aSample('2026-07-02T21:00:00Z', { spent: 9, grain: 'day' }),
    ];
    expect(perHour(samples, '2026-07-02', 'UTC', '2026-07-05T00:00:00Z')).toEqual(new Array(24).fill(null));
  });

  it('adds up to the day wherever every hour is known', () => {
    const arbitrary = fc.array(
      fc.record({ minutes: fc.integer({ min: 1, max: 300 }), spent: fc.integer({ min: 0, max: 1e9 }) }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('UTC', 'Europe/London', 'Asia/Kathmandu'), (steps, zone) => {
        let at = toMs('2026-10-24T00:00:00Z');
        const samples = [aSample(toInstant(at))];
        for (const { minutes, spent } of steps) {
          at += minutes * MINUTE;
          samples.push(aSample(toInstant(at), { spent }));
        }
        const days = daysFrom('2026-10-24', '2026-11-06', zone);
        const daily = useIn(days, track(samples), 'day');
        daily.forEach((used, index) => {
          const hourly = useIn(hoursOf(days.slice(index, index + 1)), track(samples), 'hour');
          const known = hourly.filter((bytes) => bytes !== null);
          expect(known.reduce((sum, bytes) => sum + bytes, 0)).toBe(used ?? 0);
        });
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

const step = fc.record({
  minutes: fc.integer({ min: 1, max: 5000 }),
  spent: fc.option(fc.integer({ min: 0, max: 1e9 })),
  mark: fc.constantFrom<Sample['mark']>(null, null, null, 'top-up', 'reset', 'gap'),
});

it('says the same as the bars of the popup, or admits not to know', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom('UTC', 'Asia/Taipei'), (steps, zone) => {
      let at = toMs('2026-11-01T00:00:00Z');
      const samples = steps.map(({ minutes, spent, mark }) => {
        at += minutes * MINUTE;
        return aSample(toInstant(at), { spent, mark });
      });
      const checkedAt = toInstant(at + HOUR);
      const popup = dailyUse(samples, zone, '2026-11-21', 14, checkedAt);
      const page = useIn(daysFrom('2026-11-08', '2026-11-21', zone), track(samples, checkedAt), 'day');
      page.forEach((used, index) => {
        if (used !== null) expect({ index, used }).toEqual({ index, used: popup[index]?.used });
      });
      const lost = popup.filter(({ used }, index) => used !== null && page[index] === null);
      if (!steps.some(({ spent }) => spent === null)) expect(lost).toEqual([]);
    }),
    { seed: 4, numRuns: 300 },
  );
});

describe('several lines together', () => {
  const days = daysFrom('2026-11-17', '2026-11-20', 'UTC');
  const phone = track([
    FIRST,
    aSample('2026-11-18T09:00:00Z', { spent: 2 }),
    aSample('2026-11-20T09:00:00Z', { spent: 4 }),
  ]);
  const usedBy = (...tracks: ReturnType<typeof track>[]) =>
    together(tracks, days, 'day').map(({ used, atLeast }) => (atLeast ? `at least ${used}` : used));

  it('are added; before a line began it lacks nothing', () => {
    const later = track([aSample('2026-11-19T01:00:00Z'), aSample('2026-11-20T09:00:00Z', { spent: 30 })]);
    expect(usedBy(phone, later)).toEqual([null, 2, 'at least 0', 34]);
  });

  it('used at least what the others did where one of them is not known, however long that lasts', () => {
    const lost = track([
      aSample('2026-11-01T09:00:00Z'),
      aSample('2026-11-02T09:00:00Z', { spent: 1 }),
      aSample('2026-11-24T09:00:00Z', { spent: 9, mark: 'gap' }),
    ]);
    expect(usedBy(phone, lost)).toEqual([null, 'at least 2', 'at least 0', 'at least 4']);
  });

  it('leave out a line that tells credit alone', () => {
    const credit = track([aSample('2026-11-01T09:00:00Z', { credit: { amount: 5, currency: 'EUR' } })]);
    expect(usedBy(phone, credit)).toEqual([null, 2, 0, 4]);
  });

  it('are never 0 because nothing is known', () => {
    expect(usedBy(track([]))).toEqual([null, null, null, null]);
  });
});
