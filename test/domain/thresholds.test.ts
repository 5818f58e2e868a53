import { describe, expect, it } from 'vitest';
import { isCreditLow, levelOf, limitsOf } from '../../utils/domain/thresholds.ts';
import { GB, MB } from '../support/records.ts';

const NONE = { lowBytes: null, criticalBytes: null, lowCredit: null };

describe('when a line counts as low', () => {
  it.each([
    ['a big plan: by bytes', 50 * GB, { low: 500 * MB, critical: 100 * MB }],
    ['a small plan: by share', GB, { low: 200 * MB, critical: 50 * MB }],
    ['an unknown total: by bytes', null, { low: 500 * MB, critical: 100 * MB }],
    ['a total of nothing', 0, { low: 0, critical: 0 }],
  ])('%s', (_title, total, limits) => {
    expect(limitsOf(total, NONE)).toEqual(limits);
  });

  it('is what the person set, even when that is nothing', () => {
    expect(limitsOf(GB, { ...NONE, lowBytes: 0 })).toEqual({ low: 0, critical: 50 * MB });
    expect(limitsOf(GB, { ...NONE, criticalBytes: 300 * MB })).toEqual({ low: 200 * MB, critical: 300 * MB });
  });

  it('goes from ok over low and critical to used up, each limit included', () => {
    const at = (remaining: number) => levelOf(remaining, GB, NONE);
    expect([200 * MB + 1, 200 * MB, 50 * MB + 1, 50 * MB, 1, 0].map(at)).toEqual([
      'ok',
      'low',
      'low',
      'critical',
      'critical',
      'used-up',
    ]);
  });
});

describe('when credit counts as low', () => {
  const own = { ...NONE, lowCredit: 500 };

  it('is at or below what the person set, and below zero', () => {
    const at = (amount: number) => isCreditLow({ amount, currency: 'EUR' }, own);
    expect([501, 500, 0, -20].map(at)).toEqual([false, true, true, true]);
  });

  it('is never without a limit or without known credit', () => {
    expect(isCreditLow({ amount: 0, currency: 'EUR' }, NONE)).toBe(false);
    expect(isCreditLow(null, own)).toBe(false);
  });
});
