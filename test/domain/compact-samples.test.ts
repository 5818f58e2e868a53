import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactSamples } from '../../utils/domain/compact-samples.ts';
import { dailyUse, daysBefore } from '../../utils/domain/daily-use.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { aSample } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';
const ago = (ms: number) => toInstant(toMs(NOW) - ms);

describe('old history', () => {
  it('stays as it is for seven days', () => {
    const rows = [aSample(ago(6.9 * DAY), { spent: 1 }), aSample(ago(6.9 * DAY - 1000), { spent: 2 })];
    const { keep, drop } = compactSamples(rows, NOW);
    expect(keep).toEqual(rows);
    expect(keep[0]).toBe(rows[0]);
    expect(drop).toEqual([]);
  });

  it('keeps the last row of each hour after seven days, with what all of them used', () => {
    const rows = [
      aSample('2026-11-10T09:05:00Z', { spent: 5, remaining: 95 }),
      aSample('2026-11-10T09:55:00Z', { spent: 7, remaining: 88, mark: 'top-up' }),
      aSample('2026-11-10T10:05:00Z', { spent: 1, remaining: 87 }),
    ];
    const { keep, drop } = compactSamples(rows, NOW);
    expect(keep).toEqual([
      aSample('2026-11-10T09:55:00Z', { spent: 12, remaining: 88, mark: 'top-up', grain: 'hour' }),
      aSample('2026-11-10T10:05:00Z', { spent: 1, remaining: 87, grain: 'hour' }),
    ]);
    expect(drop).toEqual([rows[0]]);
  });

  it('keeps the last row of each day after 90 days, and says where a gap was', () => {
    const rows = [
      aSample('2026-05-10T09:05:00Z', { grain: 'hour', spent: 5, mark: 'gap' }),
      aSample('2026-05-10T23:05:00Z', { grain: 'hour', spent: 7, mark: 'reset' }),
    ];
    const { keep } = compactSamples(rows, NOW);
    expect(keep).toEqual([aSample('2026-05-10T23:05:00Z', { grain: 'day', spent: 12, mark: 'gap' })]);
  });

  it('is gone after 25 months', () => {
    const old = aSample('2024-09-30T23:59:59Z', { grain: 'day' });
    const kept = aSample('2024-10-01T00:00:00Z', { grain: 'day' });
    expect(compactSamples([old, kept], NOW)).toEqual({ keep: [kept], drop: [old] });
  });

  it.each([7, 90])('a day of which a part is not known stays unknown, also after %i days', (age) => {
    const day = toInstant(toMs(NOW) - (age + 3) * DAY).slice(0, 10);
    const rows = [
      aSample(`${daysBefore(day, 1)}T20:00:00Z`, { spent: 3 }),
      aSample(`${day}T09:05:00Z`, { spent: 5 }),
      aSample(`${day}T09:25:00Z`, { spent: null, mark: 'reset' }),
      aSample(`${day}T09:45:00Z`, { spent: 4 }),
      aSample(`${day}T09:55:00Z`, { spent: 7, remaining: 88 }),
      aSample(`${daysBefore(day, -1)}T09:00:00Z`, { spent: 2 }),
    ];
    const { keep } = compactSamples(rows, NOW);
    expect(keep.map(({ spent }) => spent)).toEqual([3, 5, null, 11, 2]);
    expect(keep[3]?.remaining).toBe(88);
    expect(dailyUse(keep, 'UTC', daysBefore(day, -1), 3).map(({ used }) => used)).toEqual([3, null, 2]);
  });

  it('does not mix lines, and does not know what nobody knew', () => {
    const rows = ['a', 'b'].map((lineId) => aSample('2026-11-10T09:05:00Z', { lineId }));
    expect(compactSamples(rows, NOW).keep).toEqual(rows.map((row) => ({ ...row, grain: 'hour' })));
  });

  const sample: fc.Arbitrary<Sample> = fc
    .record({
      lineId: fc.constantFrom('a', 'b'),
      age: fc.oneof(fc.nat(8 * DAY), fc.nat(100 * DAY), fc.integer({ min: -DAY, max: 700 * DAY })),
      spent: fc.option(fc.nat(1000), { nil: null }),
      mark: fc.constantFrom('gap', 'top-up', 'reset', null),
    })
    .map(({ age, ...rest }) => aSample(ago(age), rest as Partial<Sample>));
  const samples = fc.uniqueArray(sample, { maxLength: 80, selector: ({ lineId, at }) => lineId + at });
  const sum = (rows: Sample[]) => rows.reduce((total, { spent }) => total + (spent ?? 0), 0);
  const sorted = (rows: Sample[]) =>
    JSON.stringify(rows.toSorted((a, b) => (a.lineId + a.at < b.lineId + b.at ? -1 : 1)));

  it('loses no use and no last figure of a line', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { keep, drop } = compactSamples(rows, NOW);
        expect(sum(keep)).toBe(sum(rows));
        expect(keep.length + drop.length).toBe(rows.length);
        const keys = new Set(keep.map(({ lineId, at }) => lineId + at));
        expect(drop.some(({ lineId, at }) => keys.has(lineId + at))).toBe(false);
        for (const lineId of ['a', 'b']) {
          const last = (all: Sample[]) =>
            all
              .filter((row) => row.lineId === lineId)
              .map(({ at }) => at)
              .toSorted()
              .at(-1);
          expect(last(keep)).toBe(last(rows));
        }
      }),
      { seed: 25, numRuns: 500 },
    );
  });

  it('says of no day more than was known of it, and of each that was known the same', () => {
    const known = (rows: Sample[], lineId: string) =>
      dailyUse(
        rows.filter((row) => row.lineId === lineId).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
        'UTC',
        NOW.slice(0, 10),
        110,
      );
    fc.assert(
      fc.property(samples, (some) => {
        // A gap is longer than a day, and no two rows of one day have one between them.
        const rows = some.map((row) => ({ ...row, mark: row.mark === 'gap' ? null : row.mark }));
        const { keep } = compactSamples(rows, NOW);
        for (const lineId of ['a', 'b']) expect(known(keep, lineId)).toEqual(known(rows, lineId));
      }),
      { seed: 28, numRuns: 500 },
    );
  });

  it('compacted again stays the very same', () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const { keep } = compactSamples(rows, NOW);
        const again = compactSamples(keep, NOW);
        expect(again.drop).toEqual([]);
        again.keep.forEach((row, index) => {
          expect(row).toBe(keep[index]);
        });
      }),
      { seed: 26, numRuns: 500 },
    );
  });

  it('compacted day by day comes to the same as at once', () => {
    fc.assert(
      fc.property(samples, fc.array(fc.nat(60 * DAY), { maxLength: 6 }), (rows, waits) => {
        let now = toMs(NOW);
        let kept = rows;
        for (const wait of waits) {
          kept = compactSamples(kept, toInstant(now)).keep;
          now += wait + HOUR;
        }
        const end = toInstant(now);
        expect(sorted(compactSamples(kept, end).keep)).toBe(sorted(compactSamples(rows, end).keep));
      }),
      { seed: 27, numRuns: 300 },
    );
  });
});
