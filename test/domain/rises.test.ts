import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket, Reading } from '../../utils/domain/reading.ts';
import { risesBetween } from '../../utils/domain/rises.ts';
import { aBucket, aDataBucket, aReading, GB, MB } from '../support/records.ts';

const having = (...buckets: Bucket[]) => aReading({ buckets });
const data = (by: number | null) => [{ what: 'data', label: 'Main', by, currency: null, until: null }];

const NOV = { validFrom: '2026-11-01T00:00:00Z', validUntil: '2026-11-30T23:59:59Z' };
const DEC = { validFrom: '2026-12-01T00:00:00Z', validUntil: '2026-12-31T23:59:59Z' };

describe('what a top-up brought', () => {
  it.each<[string, Reading, Reading, number | null]>([
    ['a larger total', having(aDataBucket(5 * GB, 4 * GB)), having(aDataBucket(6 * GB, 4 * GB)), GB],
    [
      'a larger total, with use in between',
      having(aDataBucket(5 * GB, GB)),
      having(aDataBucket(6 * GB, 3 * GB)),
      GB,
    ],
    [
      'more left than before, where nothing else is told',
      having(aBucket({ remaining: 100 * MB })),
      having(aBucket({ remaining: GB })),
      900 * MB,
    ],
    ['a bucket that was not there', having(), having(aDataBucket(GB, 10 * MB)), GB],
    [
      'a bucket that became unlimited',
      having(aDataBucket(GB, 0)),
      having(aBucket({ unlimited: true })),
      null,
    ],
    [
      'the same bundle bought again before it ended',
      having(aDataBucket(GB, 950 * MB, NOV)),
      having(aDataBucket(GB, 0, { validFrom: '2026-11-21T09:00:00Z', validUntil: '2026-12-20T09:00:00Z' })),
      950 * MB,
    ],
    [
      'the same bundle bought again after it had expired',
      having(aDataBucket(GB, GB, { ...NOV, state: 'expired' })),
      having(aDataBucket(GB, 0, DEC)),
      GB,
    ],
    [
      'use that was given back within its time',
      having(aDataBucket(GB, 900 * MB, NOV)),
      having(aDataBucket(GB, 0, NOV)),
      900 * MB,
    ],
    [
      'a larger total in the very month’s change',
      having(aDataBucket(5 * GB, 4 * GB, NOV)),
      having(aDataBucket(6 * GB, 0, DEC)),
      GB,
    ],
  ])('is seen as %s', (_, before, after, by) => {
    expect(risesBetween(before, after, '2026-11-21T09:00:00Z')).toEqual(data(by));
  });

  it.each<[string, Partial<Bucket>, string]>([
    ['a bucket that waits for its turn', { state: 'queued' }, 'queued'],
    ['data that are beside the headline', { scope: 'roaming' }, 'apart'],
  ])('is seen as %s, and told apart', (_, rest, aside) => {
    expect(risesBetween(having(), having(aDataBucket(GB, 0, rest)))).toEqual([{ ...data(GB)[0], aside }]);
  });

  it('is seen in voice, messages, credit and validity too', () => {
    const before = aReading({
      buckets: [aBucket({ id: 'v', kind: 'voice', label: 'Calls', remaining: 60 })],
      credit: { amount: 150, currency: 'GBP' },
      validUntil: { at: '2026-12-01T00:00:00Z', estimated: false },
    });
    const after = aReading({
      buckets: [
        aBucket({ id: 'v', kind: 'voice', label: 'Calls', remaining: 660 }),
        aBucket({ id: 's', kind: 'sms', label: 'Texts', total: 50, used: 0, remaining: 50 }),
      ],
      credit: { amount: 1150, currency: 'GBP' },
      validUntil: { at: '2027-03-01T00:00:00Z', estimated: false },
    });
    expect(risesBetween(before, after)).toEqual([
      { what: 'voice', label: 'Calls', by: 600, currency: null, until: null },
      { what: 'sms', label: 'Texts', by: 50, currency: null, until: null },
      { what: 'credit', label: '', by: 1000, currency: 'GBP', until: null },
      { what: 'validity', label: '', by: null, currency: null, until: '2027-03-01T00:00:00Z' },
    ]);
  });
});

describe('what is no top-up', () => {
  const period = (start: string, end: string) => ({ start, end });
  const november = period('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z');
  const december = period('2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z');
  const renewing = { enabled: true, offerId: null, nextAt: '2026-12-01T00:00:00Z' };

  it.each<[string, Reading, Reading, string]>([
    ['use', having(aDataBucket(GB, 0)), having(aDataBucket(GB, 5 * MB)), '2026-11-21T09:00:00Z'],
    ['nothing new', having(aDataBucket(GB, 0)), having(aDataBucket(GB, 0)), '2026-11-21T09:00:00Z'],
    [
      'a reset at the end of the bucket',
      having(aDataBucket(GB, 900 * MB, NOV)),
      having(aDataBucket(GB, 5 * MB, DEC)),
      '2026-12-01T00:10:00Z',
    ],
    [
      'a reset that shows by its new end alone',
      having(aDataBucket(GB, 900 * MB, { validUntil: NOV.validUntil })),
      having(aDataBucket(GB, 5 * MB, { validUntil: DEC.validUntil })),
      '2026-12-01T00:10:00Z',
    ],
    [
      'a reset at the change of the period',
      { ...having(aDataBucket(GB, 900 * MB)), period: november },
      { ...having(aDataBucket(GB, 0)), period: december },
      '2026-12-01T00:10:00Z',
    ],
    [
      'a reset of which the carrier tells no total',
      { ...having(aBucket({ remaining: MB })), period: november },
      { ...having(aBucket({ remaining: GB })), period: december },
      '2026-12-01T00:10:00Z',
    ],
    [
      'a reset of which the carrier tells no date',
      having(aDataBucket(GB, 900 * MB)),
      having(aDataBucket(GB, 20 * MB)),
      '2026-12-01T00:10:00Z',
    ],
    [
      'a reset to a smaller allowance',
      having(aDataBucket(6 * GB, 5.9 * GB, NOV)),
      having(aDataBucket(5 * GB, 0, DEC)),
      '2026-12-01T00:10:00Z',
    ],
    [
      'a month’s bucket that comes under a new id',
      { ...having(aDataBucket(GB, GB, { ...NOV, id: 'nov' })), autoRenew: renewing },
      { ...having(aDataBucket(GB, 0, { ...DEC, id: 'dec' })), autoRenew: renewing },
      '2026-12-01T00:10:00Z',
    ],
    [
      'a renewed bundle whose forerunner is still listed',
      { ...having(aDataBucket(GB, GB, { ...NOV, id: 'nov' })), autoRenew: renewing },
      {
        ...having(
          aDataBucket(GB, GB, { ...NOV, id: 'nov', state: 'expired' }),
          aDataBucket(GB, 0, { ...DEC, id: 'dec' }),
        ),
        autoRenew: renewing,
      },
      '2026-12-01T00:10:00Z',
    ],
    [
      'an end that was assumed and lies half a day off',
      having(aDataBucket(GB, GB, { validUntil: '2026-12-01T11:59:59Z', validUntilEstimated: true })),
      having(aDataBucket(GB, 0, { validUntil: '2026-12-31T11:59:59Z', validUntilEstimated: true })),
      '2026-12-01T00:10:00Z',
    ],
    ['a bucket that is gone', having(aDataBucket(GB, 0)), having(), '2026-11-21T09:00:00Z'],
    [
      'an expired bucket that is listed',
      having(),
      having(aDataBucket(GB, 0, { state: 'expired' })),
      '2026-11-21T09:00:00Z',
    ],
    [
      'a bucket of another sort',
      having(),
      having(aBucket({ kind: 'other', remaining: 5 })),
      '2026-11-21T09:00:00Z',
    ],
    ['a figure that became known', having(aBucket()), having(aDataBucket(GB, 0)), '2026-11-21T09:00:00Z'],
    [
      'credit that became known, or in another currency',
      aReading(),
      aReading({ credit: { amount: 1000, currency: 'EUR' } }),
      '2026-11-21T09:00:00Z',
    ],
    [
      'credit in another currency',
      aReading({ credit: { amount: 1, currency: 'GBP' } }),
      aReading({ credit: { amount: 1000, currency: 'EUR' } }),
      '2026-11-21T09:00:00Z',
    ],
    [
      'an end that creeps',
      aReading({ validUntil: { at: '2026-12-01T00:00:00Z', estimated: true } }),
      aReading({ validUntil: { at: '2026-12-01T12:00:00Z', estimated: true } }),
      '2026-11-21T09:00:00Z',
    ],
  ])('%s', (_, before, after, at) => {
    expect(risesBetween(before, after, at)).toEqual([]);
  });
});

describe('any use, with or without a top-up and a month’s change', () => {
  const amount = fc.integer({ min: 1, max: 20 }).map((n) => n * 100 * MB);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const used = (total: number, part: number) => Math.round(total * part);

  it('is told apart where the carrier tells totals', () => {
    fc.assert(
      fc.property(amount, share, share, amount, fc.boolean(), (total, part, more, bought, toppedUp) => {
        const before = having(aDataBucket(total, used(total, part), NOV));
        const grown = toppedUp ? total + bought : total;
        const start = used(total, part);
        const after = having(aDataBucket(grown, start + used(grown - start, more), NOV));
        expect(risesBetween(before, after, '2026-11-21T09:00:00Z')).toEqual(toppedUp ? data(bought) : []);
      }),
      { seed: 71, numRuns: 500 },
    );
  });

  it('a month’s change alone never looks like a top-up, however much was used', () => {
    fc.assert(
      fc.property(amount, share, share, fc.boolean(), (total, part, more, dated) => {
        const [old, next] = dated
          ? [NOV, DEC]
          : [{ validUntil: NOV.validUntil }, { validUntil: DEC.validUntil }];
        const before = having(aDataBucket(total, used(total, part), old));
        const after = having(aDataBucket(total, used(total, more), next));
        fc.pre(used(total, more) < used(total, part));
        expect(risesBetween(before, after, '2026-12-01T00:30:00Z')).toEqual([]);
      }),
      { seed: 72, numRuns: 500 },
    );
  });

  it('never throws and never tells a rise that is no rise', () => {
    const maybe = fc.option(fc.nat(2 * GB), { nil: null });
    const when = fc.option(fc.constantFrom(NOV.validFrom, NOV.validUntil, DEC.validFrom, DEC.validUntil), {
      nil: null,
    });
    const bucket: fc.Arbitrary<Bucket> = fc
      .record({
        id: fc.constantFrom('a', 'b'),
        kind: fc.constantFrom('data', 'voice', 'money', 'other'),
        state: fc.constantFrom('active', 'queued', 'depleted', 'expired'),
        unlimited: fc.boolean(),
        total: maybe,
        used: maybe,
        remaining: maybe,
        validFrom: when,
        validUntil: when,
      })
      .map((rest) => aBucket(rest as Partial<Bucket>));
    const reading = fc
      .uniqueArray(bucket, { maxLength: 2, selector: ({ id }) => id })
      .map((buckets) => having(...buckets));
    fc.assert(
      fc.property(reading, reading, (before, after) => {
        for (const { by } of risesBetween(before, after)) expect(by === null || by > 0).toBe(true);
        for (const rise of risesBetween(before, before)) expect(rise).toBeUndefined();
      }),
      { seed: 73, numRuns: 1000 },
    );
  });
});
