import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyUse } from '../../utils/domain/daily-use.ts';
import { HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Sample } from '../../utils/domain/records.ts';
import { aSample } from '../support/records.ts';

const used = (
  samples: Sample[],
  days: number,
  rest: { zone?: string; today?: string; checkedAt?: string } = {},
) =>
  dailyUse(samples, rest.zone ?? 'UTC', rest.today ?? '2026-11-21', days, rest.checkedAt ?? null).map(
    (day) => day.used,
  );

describe('the bars of the last days', () => {
  it('are calendar days, the last one today', () => {
    const days = dailyUse([], 'UTC', '2026-03-01', 3).map(({ day }) => day);
    expect(days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('hold what was used on a day; a day without change between two samples is 0', () => {
    const samples = [
      aSample('2026-11-17T10:00:00Z'),
      aSample('2026-11-17T12:00:00Z', { spent: 5 }),
      aSample('2026-11-17T13:00:00Z', { spent: 6 }),
      aSample('2026-11-19T12:00:00Z', { spent: 7 }),
    ];
    expect(used(samples, 5)).toEqual([11, 0, 7, null, null]);
  });

  it('are not known before the first sample, nor on a day that holds nothing but it', () => {
    expect(used([aSample('2026-11-20T10:00:00Z'), aSample('2026-11-21T08:00:00Z', { spent: 1 })], 3)).toEqual(
      [null, null, 1],
    );
  });

  it('are 0 up to when the figures were last seen to stand still', () => {
    const samples = [aSample('2026-11-18T10:00:00Z', { spent: 4 })];
    expect(used(samples, 4)).toEqual([4, null, null, null]);
    expect(used(samples, 4, { checkedAt: '2026-11-20T23:00:00Z' })).toEqual([4, 0, 0, null]);
    expect(used(samples, 4, { checkedAt: '2026-11-01T00:00:00Z' })).toEqual([4, null, null, null]);
  });

  it('A11: are gaps, not zeros, where nobody looked', () => {
    const samples = [
      aSample('2026-11-17T10:00:00Z', { spent: 3 }),
      aSample('2026-11-20T10:00:00Z', { spent: 90, mark: 'gap' }),
      aSample('2026-11-20T11:00:00Z', { spent: 1 }),
      aSample('2026-11-21T08:00:00Z', { spent: 2 }),
    ];
    expect(used(samples, 5)).toEqual([3, null, null, null, 2]);
  });

  it('are not known on a day of which a part is not', () => {
    const samples = [
      aSample('2026-11-20T10:00:00Z', { spent: 3 }),
      aSample('2026-11-20T12:00:00Z', { spent: null }),
      aSample('2026-11-20T13:00:00Z', { spent: 3 }),
    ];
    expect(used(samples, 2, { checkedAt: '2026-11-21T01:00:00Z' })).toEqual([null, 0]);
  });

  it('are days of the line’s zone, also where the clock changes', () => {
    const samples = [
      aSample('2026-10-24T21:59:00Z', { spent: 1 }),
      aSample('2026-10-24T22:30:00Z', { spent: 2 }),
      aSample('2026-10-25T22:30:00Z', { spent: 4 }),
      aSample('2026-10-25T23:30:00Z', { spent: 8 }),
    ];
    expect(used(samples, 3, { zone: 'Europe/Berlin', today: '2026-10-26' })).toEqual([1, 6, 8]);
    expect(used(samples, 3, { zone: 'UTC', today: '2026-10-26' })).toEqual([3, 12, null]);
  });

  it('add up to what the samples used, unless a part is unknown', () => {
    const waits = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 40 }), spent: fc.nat(100) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(waits, fc.constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns'), (steps, zone) => {
        let at = toMs('2026-01-01T00:00:00Z');
        const samples = steps.map(({ wait, spent }) => {
          at += wait * HOUR;
          return aSample(toInstant(at), { spent });
        });
        const bars = dailyUse(samples, zone, '2026-03-20', 90);
        expect(bars).toHaveLength(90);
        expect(bars.reduce((sum, day) => sum + (day.used ?? 0), 0)).toBe(
          steps.reduce((sum, { spent }) => sum + spent, 0),
        );
      }),
      { seed: 15, numRuns: 200 },
    );
  });
});
