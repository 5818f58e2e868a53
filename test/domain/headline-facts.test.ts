import { describe, expect, it } from 'vitest';
import { endOf, isThrottled, usedOf } from '../../utils/domain/headline.ts';
import { aBucket, aDataBucket, aReading, GB, MB } from '../support/records.ts';

const NOW = '2026-11-21T09:00:00Z';

describe('a slow line', () => {
  const slow = aDataBucket(GB, GB, { id: 'slow', state: 'throttled' });

  it('is not slow while a bundle at full speed has something left', () => {
    expect(isThrottled(aReading({ buckets: [slow] }))).toBe(true);
    expect(isThrottled(aReading({ buckets: [slow, aDataBucket(GB, 0)] }))).toBe(false);
    expect(isThrottled(aReading({ buckets: [slow, aDataBucket(GB, GB)] }))).toBe(true);
  });

  it('is slow when the carrier says so of the whole line', () => {
    expect(isThrottled(aReading({ lineStatus: 'throttled', buckets: [aDataBucket(GB, 0)] }))).toBe(true);
  });
});

describe('when the data ends', () => {
  const soon = '2026-11-24T22:59:59Z';
  const later = '2026-12-20T22:59:59Z';
  const period = { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z' };

  it('is the earlier end of two bundles that hold the same, and never that of an empty one', () => {
    const buckets = [
      aDataBucket(GB, GB, { id: 'empty', validUntil: '2026-11-22T00:00:00Z' }),
      aDataBucket(GB, 0, { id: 'later', validUntil: later }),
      aDataBucket(GB, 0, { id: 'soon', validUntil: soon, validUntilEstimated: true }),
    ];
    expect(endOf(aReading({ buckets, period }), NOW)).toEqual({ at: soon, estimated: true });
  });

  it('is that of the month, not of the day pass beside it', () => {
    const buckets = [
      aDataBucket(2 * GB, 0, { id: 'day', validUntil: '2026-11-22T22:59:59Z' }),
      aDataBucket(20 * GB, 0, { id: 'month', validUntil: later }),
    ];
    expect(endOf(aReading({ buckets, period }), NOW)).toEqual({ at: later, estimated: false });
  });

  it('is the end of the period where no bundle tells one', () => {
    expect(endOf(aReading({ buckets: [aDataBucket(GB, 0)], period }), NOW)).toEqual({
      at: period.end,
      estimated: false,
    });
  });

  it('is not known once every end lies in the past', () => {
    const buckets = [aDataBucket(GB, 0, { validUntil: '2026-11-20T00:00:00Z' })];
    const past = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z' };
    expect(endOf(aReading({ buckets, period: past }), NOW)).toBeNull();
  });
});

describe('what was used', () => {
  it('is told only when every counted bucket tells it', () => {
    expect(usedOf(aReading({ buckets: [aDataBucket(GB, MB), aDataBucket(GB, MB, { id: 'b' })] }))).toBe(
      2 * MB,
    );
    expect(usedOf(aReading({ buckets: [aDataBucket(GB, MB), aBucket({ id: 'b' })] }))).toBeNull();
    expect(usedOf(aReading())).toBeNull();
  });
});
