import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Bucket, Reading } from '../../utils/domain/reading.ts';
import type { ReadingRow, Sample } from '../../utils/domain/records.ts';
import { isOlder, sampleFor } from '../../utils/domain/samples.ts';
import { aBucket, aDataBucket, aReading, aRow, GB, MB } from '../support/records.ts';

const having = (...buckets: Bucket[]) => aReading({ buckets });
const NOV = { validFrom: '2026-11-01T00:00:00Z', validUntil: '2026-11-30T23:59:59Z' };
const DEC = { validFrom: '2026-12-01T00:00:00Z', validUntil: '2026-12-31T23:59:59Z' };

/** The samples of readings that come one after the other, by default an hour apart. */
function play(rows: (Reading | { at: string; reading: Reading })[], topUpAt = -1): (Sample | null)[] {
  let last: Sample | null = null;
  let previous: ReadingRow | null = null;
  return rows.map((given, index) => {
    const { at, reading } =
      'at' in given ? given : { at: toInstant(toMs('2026-11-21T00:00:00Z') + index * HOUR), reading: given };
    const row = aRow(reading, at);
    const sample = sampleFor({ last, previous, row, topUpSettled: index === topUpAt });
    last = sample ?? last;
    previous = row;
    return sample;
  });
}

describe('the history', () => {
  it('begins with the first figures, of which no use is known', () => {
    const reading = { ...having(aDataBucket(GB, 100 * MB)), credit: { amount: 5, currency: 'EUR' } };
    expect(play([reading])).toEqual([
      {
        v: 1,
        lineId: 'l1',
        at: '2026-11-21T00:00:00Z',
        remaining: 900 * MB,
        used: 100 * MB,
        total: GB,
        credit: { amount: 5, currency: 'EUR' },
        grain: 'raw',
        spent: null,
        mark: null,
      },
    ]);
  });

  it('C08: an answer that says "not modified" adds no row', () => {
    const reading = having(aDataBucket(GB, 0));
    const last = sampleFor({ last: null, previous: null, row: aRow(reading), topUpSettled: false });
    const previous = aRow(reading);
    const row = { ...previous, checkedAt: '2026-11-21T10:00:00Z' };
    expect(sampleFor({ last, previous, row, topUpSettled: false })).toBeNull();
  });

  it('C09: the same figures measured anew add no row, and neither does a change elsewhere', () => {
    const reading = having(aDataBucket(GB, 0));
    const rows = [
      { ...reading, asOf: '2026-11-21T00:00:00Z' },
      { ...reading, asOf: '2026-11-21T01:00:00Z', planName: 'New name' },
    ];
    expect(play(rows)[1]).toBeNull();
  });

  it('has a row for a change of credit alone', () => {
    const credit = (amount: number) => aReading({ credit: { amount, currency: 'EUR' } });
    expect(play([credit(500), credit(450)])[1]).toMatchObject({ remaining: null, spent: null, mark: null });
  });

  it('keeps the carrier’s instant, and drops an answer that is older than what is known', () => {
    const asOf = (at: string, used: number) => ({ ...having(aDataBucket(GB, used)), asOf: at });
    const samples = play([
      asOf('2026-11-21T09:00:00Z', 10),
      asOf('2026-11-21T08:00:00Z', 5),
      asOf('2026-11-21T09:00:00Z', 20),
      asOf('2026-11-21T10:00:00Z', 30),
    ]);
    expect(samples.map((row) => row && [row.at, row.spent])).toEqual([
      ['2026-11-21T09:00:00Z', null],
      null,
      null,
      ['2026-11-21T10:00:00Z', 20],
    ]);
  });

  it('A13: whatever the clock does, the series stays in order and no instant stands twice', () => {
    const step = fc.record({
      clock: fc.integer({ min: toMs('2020-01-01T00:00:00Z'), max: toMs('2030-01-01T00:00:00Z') }),
      asOf: fc.option(fc.integer({ min: toMs('2026-01-01T00:00:00Z'), max: toMs('2026-01-02T00:00:00Z') }), {
        nil: null,
      }),
      used: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const rows = steps.map(({ clock, asOf, used }) => ({
          at: toInstant(clock),
          reading: { ...having(aDataBucket(GB, used)), asOf: asOf === null ? null : toInstant(asOf) },
        }));
        const series = play(rows).filter((row) => row !== null);
        series.forEach((row, index) => {
          const before = series[index - 1];
          if (!before) return;
          expect(row.at > before.at).toBe(true);
          expect(row.used).not.toBe(before.used);
        });
      }),
      { seed: 13, numRuns: 500 },
    );
  });
});

describe('what was used between two rows', () => {
  it.each<[string, Reading, Reading, number | null, Sample['mark']]>([
    ['use', having(aDataBucket(GB, 100)), having(aDataBucket(GB, 300)), 200, null],
    [
      'use told by what remains',
      having(aBucket({ remaining: 500 })),
      having(aBucket({ remaining: 300 })),
      200,
      null,
    ],
    [
      'a reset is left out',
      having(aDataBucket(GB, 900 * MB, NOV)),
      having(aDataBucket(GB, 30 * MB, DEC)),
      30 * MB,
      'reset',
    ],
    ['a top-up is left out', having(aDataBucket(GB, 100)), having(aDataBucket(2 * GB, 300)), 200, 'top-up'],
    [
      'a new bundle is left out',
      having(aDataBucket(GB, GB)),
      having(aDataBucket(GB, GB), aDataBucket(5 * GB, 10, { id: 'new' })),
      10,
      'top-up',
    ],
    [
      'a bundle that waited is no use when it begins',
      having(aDataBucket(GB, GB), aDataBucket(5 * GB, 0, { id: 'next', state: 'queued' })),
      having(aDataBucket(5 * GB, 7, { id: 'next' })),
      7,
      null,
    ],
    [
      'a pass that comes every day under a new id',
      {
        ...having(aDataBucket(GB, 800, { ...NOV, id: 'nov' })),
        autoRenew: { enabled: true, offerId: null, nextAt: null },
      },
      {
        ...having(aDataBucket(GB, 20, { ...DEC, id: 'dec' })),
        autoRenew: { enabled: true, offerId: null, nextAt: null },
      },
      20,
      'reset',
    ],
    [
      'a rise of what remains hides the use',
      having(aBucket({ remaining: 100 })),
      having(aBucket({ remaining: 5000 })),
      null,
      'top-up',
    ],
    ['a figure that became unknown', having(aDataBucket(GB, 100)), having(aBucket()), null, null],
    ['a figure that became known', having(aBucket()), having(aDataBucket(GB, 100)), null, null],
    [
      'a bundle that was used long before it was listed',
      having(aDataBucket(GB, 100)),
      having(aDataBucket(GB, 100), aDataBucket(GB, 500, { id: 'old', ...NOV })),
      null,
      'top-up',
    ],
    [
      'an unlimited line whose use is told',
      having(aBucket({ unlimited: true, used: 5 })),
      having(aBucket({ unlimited: true, used: 9 })),
      4,
      null,
    ],
  ])('%s', (_, before, after, spent, mark) => {
    expect(play([before, after])[1]).toMatchObject({ spent, mark });
  });

  it('is marked as a top-up when one was credited', () => {
    expect(play([having(aDataBucket(GB, 1)), having(aDataBucket(GB, 2))], 1)[1]).toMatchObject({
      mark: 'top-up',
    });
  });

  it('A11: after three days without a look it is a gap, not use of one day', () => {
    const rows = [
      { at: '2026-11-18T09:00:00Z', reading: having(aDataBucket(GB, 100)) },
      { at: '2026-11-21T09:00:00Z', reading: having(aDataBucket(GB, 400)) },
    ];
    expect(play(rows)[1]).toMatchObject({ spent: 300, mark: 'gap' });
  });

  it('is no gap when the figures were seen to stand still for days', () => {
    const still = having(aDataBucket(GB, 100));
    const days = ['18', '19', '20', '21'].map((day) => ({ at: `2026-11-${day}T09:00:00Z`, reading: still }));
    const samples = play([...days, { at: '2026-11-21T10:00:00Z', reading: having(aDataBucket(GB, 400)) }]);
    expect(samples.slice(1, 4)).toEqual([null, null, null]);
    expect(samples[4]).toMatchObject({ spent: 300, mark: null });
  });

  it('is taken from the sums where the reading before is lost', () => {
    const last = play([having(aDataBucket(GB, 100))])[0] ?? null;
    const at = toInstant(toMs('2026-11-21T00:00:00Z') + 3 * DAY);
    const next = (used: number) => aRow(having(aDataBucket(GB, used)), at);
    const of = (used: number) => sampleFor({ last, previous: null, row: next(used), topUpSettled: false });
    expect(of(150)).toMatchObject({ spent: 50, mark: 'gap' });
    expect(of(50)).toMatchObject({ spent: null, mark: 'gap' });
  });

  it('adds up to all that was used, however often it is read, with top-ups in between', () => {
    const step = fc.record({
      use: fc.nat(1000),
      bought: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: 0 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        let total = 100_000;
        let used = 0;
        const readings = steps.map(({ use, bought }) => {
          total += bought;
          used += use;
          return having(aDataBucket(total, used, NOV));
        });
        const samples = play([having(aDataBucket(100_000, 0, NOV)), ...readings]).filter(
          (row) => row !== null,
        );
        expect(samples.reduce((sum, row) => sum + (row.spent ?? 0), 0)).toBe(used);
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});

describe('an answer measured before the one that is known', () => {
  const at = (asOf: string | null) => aReading({ asOf });
  const known = (asOf: string, checkedAt = '2026-11-21T09:30:00Z') => aRow(at(asOf), checkedAt);
  const now = '2026-11-21T10:00:00Z';

  it('is old; one of the same instant is not, nor one that does not say when', () => {
    expect(isOlder(at('2026-11-21T08:00:00Z'), known('2026-11-21T09:00:00Z'), now)).toBe(true);
    expect(isOlder(at('2026-11-21T09:00:00Z'), known('2026-11-21T09:00:00Z'), now)).toBe(false);
    expect(isOlder(at(null), known('2026-11-21T09:00:00Z'), now)).toBe(false);
  });

  it('is not old where it is the known instant that must be wrong', () => {
    expect(isOlder(at('2026-11-21T08:00:00Z'), known('2026-11-22T09:00:00Z'), now)).toBe(false);
    const aDayAgo = '2026-11-20T10:00:00Z';
    expect(isOlder(at('2026-11-19T08:00:00Z'), known('2026-11-20T09:00:00Z', aDayAgo), now)).toBe(false);
  });
});
