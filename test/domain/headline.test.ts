import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedBuckets, headlineOf, shareOf } from '../../utils/domain/headline.ts';
import { BUCKET_KINDS, BUCKET_SCOPES, BUCKET_STATES } from '../../utils/domain/reading.ts';
import { aBucket, aDataBucket, aReading, GB, MB } from '../support/records.ts';

const headline = (...buckets: ReturnType<typeof aBucket>[]) => headlineOf(aReading({ buckets }));

describe('the headline figure', () => {
  it('adds up general data that is active, throttled or depleted', () => {
    const left = headline(
      aDataBucket(5 * GB, 2 * GB),
      aDataBucket(GB, GB, { id: 'b', state: 'depleted' }),
      aDataBucket(2 * GB, GB, { id: 'c', state: 'throttled' }),
    );
    expect(left).toEqual({ kind: 'data', remaining: 4 * GB, total: 8 * GB });
  });

  it.each([
    { scope: 'roaming' },
    { scope: 'dedicated' },
    { scope: 'zero-rated' },
    { scope: 'night' },
    { state: 'queued' },
    { state: 'expired' },
    { state: 'suspended' },
    { kind: 'voice' },
  ] as const)('leaves out a bucket with %o', (rest) => {
    const other = aDataBucket(GB, 0, { id: 'other', ...rest });
    expect(headline(other)).toEqual({ kind: 'none' });
    expect(headline(aDataBucket(3 * GB, 0), other)).toEqual({
      kind: 'data',
      remaining: 3 * GB,
      total: 3 * GB,
    });
  });

  it('D07: an unknown remaining is unknown and never zero', () => {
    expect(headline(aBucket())).toEqual({ kind: 'unknown' });
    expect(headline(aBucket({ total: 5 * GB }))).toEqual({ kind: 'unknown' });
    expect(headlineOf(aReading())).toEqual({ kind: 'none' });
  });

  it('tells what is known of a partly known line, and no total then', () => {
    const left = headline(aDataBucket(5 * GB, GB), aBucket({ id: 'b', total: 2 * GB }));
    expect(left).toEqual({ kind: 'data', remaining: 4 * GB, total: null });
  });

  it('D07: an empty bundle beside an unknown one makes the line unknown, not zero', () => {
    expect(headline(aDataBucket(GB, GB), aBucket({ id: 'b' }))).toEqual({ kind: 'unknown' });
  });

  it('takes a depleted bundle for empty, with or without a figure', () => {
    const empty = aBucket({ state: 'depleted', total: GB });
    expect(headline(empty)).toEqual({ kind: 'data', remaining: 0, total: GB });
    expect(headline(empty, aDataBucket(GB, 0, { id: 'b' }))).toEqual({
      kind: 'data',
      remaining: GB,
      total: 2 * GB,
    });
  });

  it('tells no total when one bucket has none', () => {
    expect(headline(aDataBucket(5 * GB, GB), aBucket({ id: 'b', remaining: MB }))).toMatchObject({
      total: null,
    });
  });

  it('is unlimited as soon as one counted bucket is', () => {
    const left = headline(aDataBucket(5 * GB, GB), aBucket({ id: 'b', unlimited: true }));
    expect(left).toEqual({ kind: 'unlimited', throttled: false, throttledTo: null });
  });

  it('says how slow an unlimited line has become', () => {
    const left = headline(aBucket({ unlimited: true, state: 'throttled', throttledTo: 1_000_000 }));
    expect(left).toEqual({ kind: 'unlimited', throttled: true, throttledTo: 1_000_000 });
  });

  it('D08: a line that used more than its total has nothing left, and its share is 0', () => {
    const left = headline(aBucket({ total: GB, used: 2 * GB, remaining: 0 }));
    expect(left).toEqual({ kind: 'data', remaining: 0, total: GB });
    expect(shareOf(left)).toBe(0);
  });

  it('holds exact whole bytes whatever is listed', () => {
    const amount = fc.option(fc.nat(Number.MAX_SAFE_INTEGER));
    const bucket = fc.record({
      kind: fc.constantFrom(...BUCKET_KINDS),
      scope: fc.constantFrom(...BUCKET_SCOPES),
      state: fc.constantFrom(...BUCKET_STATES),
      total: amount,
      used: amount,
      remaining: amount,
      unlimited: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 6 }), (list) => {
        const reading = aReading({ buckets: list.map(aBucket) });
        const left = headlineOf(reading);
        const share = shareOf(left);
        expect(share === null || (share >= 0 && share <= 1)).toBe(true);
        if (left.kind === 'data') expect(Number.isSafeInteger(left.remaining)).toBe(true);
        if (left.kind === 'data' && left.remaining === 0)
          expect(countedBuckets(reading).every((b) => b.remaining === 0 || b.state === 'depleted')).toBe(
            true,
          );
      }),
      { seed: 7 },
    );
  });
});

describe('the share that is left', () => {
  it('is never told without a total, and never above 1 when data rolled over', () => {
    expect(shareOf({ kind: 'data', remaining: 3, total: null })).toBeNull();
    expect(shareOf({ kind: 'data', remaining: 0, total: 0 })).toBeNull();
    expect(shareOf({ kind: 'data', remaining: 12, total: 10 })).toBe(1);
    expect(shareOf({ kind: 'unknown' })).toBeNull();
  });
});
