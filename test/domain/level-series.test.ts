import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import { lastIn, marksOf, measuresOf, type Span, spansOf } from '../../utils/domain/level-series.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { daysFrom } from '../../utils/domain/stretches.ts';
import { thinBars, thinLevel } from '../../utils/domain/thin.ts';
import { trackOf } from '../../utils/domain/track.ts';
import { aSample } from '../support/records.ts';

const DATA = { kind: 'data' } as const;
const spans = (samples: Sample[], checkedAt: string | null = null) =>
  spansOf(trackOf('l1', samples, checkedAt), DATA).map(({ from, to, value }) => [
    toInstant(from).slice(8, 13),
    toInstant(to).slice(8, 13),
    value,
  ]);
const GAPPED = [
  aSample('2026-11-17T09:00:00Z', { remaining: 50 }),
  aSample('2026-11-18T09:00:00Z', { remaining: 40 }),
  aSample('2026-11-21T09:00:00Z', { remaining: 10, mark: 'gap' }),
];

describe('what remains over time', () => {
  it('holds from one change to the next, and up to the last look', () => {
    expect(spans(GAPPED.slice(0, 2), '2026-11-19T07:00:00Z')).toEqual([
      ['17T09', '18T09', 50],
      ['18T09', '19T07', 40],
    ]);
  });

  it('A11: breaks off where nobody looked for long', () => {
    expect(spans(GAPPED)).toEqual([
      ['17T09', '18T09', 50],
      ['18T09', '18T09', 40],
      ['18T09', '21T09', null],
      ['21T09', '21T09', 10],
    ]);
  });

  it('marks top-ups and new periods where they were seen', () => {
    const samples = [
      aSample('2026-11-17T09:00:00Z', { mark: 'reset' }),
      aSample('2026-11-18T09:00:00Z', { mark: 'top-up' }),
      aSample('2026-11-19T09:00:00Z', { mark: 'gap' }),
    ];
    const from = toMs('2026-11-17T10:00:00Z');
    expect(marksOf(trackOf('l1', samples, null), from, from + 99 * HOUR)).toEqual([
      { at: toMs('2026-11-18T09:00:00Z'), what: 'top-up' },
    ]);
  });

  it('is told of each day as it was last known on it; of days without a look it is not', () => {
    const track = trackOf('l1', GAPPED, '2026-11-22T01:00:00Z');
    const told = lastIn(daysFrom('2026-11-16', '2026-11-23', 'UTC'), spansOf(track, DATA));
    expect(told).toEqual([null, 50, 40, null, null, 10, 10, null]);
  });

  it('is credit in its present currency where a line tells credit, beside data where it has both', () => {
    const samples = [
      aSample('2026-11-17T09:00:00Z', { credit: { amount: 900, currency: 'USD' } }),
      aSample('2026-11-18T09:00:00Z', { credit: { amount: 700, currency: 'EUR' } }),
    ];
    const measure = { kind: 'credit', currency: 'EUR' } as const;
    expect(measuresOf(samples)).toEqual([measure]);
    expect(spansOf(trackOf('l1', samples, null), measure).map(({ value }) => value)).toEqual([null, 700]);
    expect(measuresOf([...samples, ...GAPPED])).toEqual([DATA, measure]);
    expect(measuresOf([aSample('2026-11-17T09:00:00Z')])).toEqual([]);
  });
});

describe('thinned to the width of the page', () => {
  const COLUMNS = 12;
  const levels = fc.array(fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 9 }), {
    minLength: 1,
    maxLength: 400,
  });
  const spansFrom = (values: (number | null)[]): Span[] =>
    values.map((value, at) => ({ from: at, to: at + 1, value }));

  it('a level keeps its highest and lowest, its first and its last, and no more than four steps a column', () => {
    fc.assert(
      fc.property(levels, (values) => {
        const runs = thinLevel(spansFrom(values), 0, values.length, COLUMNS);
        const drawn = runs.flatMap(({ steps }) => steps.map(({ y }) => y));
        const known = values.filter((value) => value !== null);
        expect([Math.max(...drawn), Math.min(...drawn)]).toEqual([Math.max(...known), Math.min(...known)]);
        expect([drawn[0], drawn.at(-1)]).toEqual([known[0], known.at(-1)]);
        for (const { steps } of runs) {
          const shared = Map.groupBy(steps, ({ x }) => Math.floor(x));
          expect(Math.max(...[...shared.values()].map(({ length }) => length))).toBeLessThanOrEqual(4);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('a level has as many breaks as there are gaps', () => {
    fc.assert(
      fc.property(levels, (values) => {
        const breaks = values.filter((value, at) => value !== null && (at === 0 || values[at - 1] === null));
        expect(thinLevel(spansFrom(values), 0, values.length, COLUMNS)).toHaveLength(breaks.length);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('a level begins at the edge with what held before it', () => {
    const [run] = thinLevel([{ from: 0, to: 100, value: 7 }], 50, 150, 10);
    expect(run).toEqual({ steps: [{ x: 0, y: 7 }], end: 5 });
  });

  it('bars keep the tallest, and are unknown only where all of a column are', () => {
    fc.assert(
      fc.property(levels, (values) => {
        const bars = values.map((used) => ({ used, atLeast: false }));
        const thin = thinBars(bars, COLUMNS);
        expect(thin.length).toBeLessThanOrEqual(COLUMNS);
        expect(Math.max(...thin.map(({ used }) => used ?? -1))).toBe(
          Math.max(...values.map((value) => value ?? -1)),
        );
        expect(thin.every(({ index, used }) => values[index] === used)).toBe(true);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
