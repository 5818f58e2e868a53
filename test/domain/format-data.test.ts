import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBadgeData, formatData } from '../../utils/domain/format.ts';

/** With plain spaces, since Intl chooses among several. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('an amount of data', () => {
  it.each([
    [3_214_000_000, '3.21 GB'],
    [840_000_000, '840 MB'],
    [10_000_000_000, '10 GB'],
    [999_400_000, '999 MB'],
    [999_600_000, '1 GB'],
    [1_234_000, '1.23 MB'],
    [500, '0.5 kB'],
    [0, '0 MB'],
    [2 ** 53, '9.01 PB'],
  ])('of %i bytes is %s', (bytes, text) => {
    expect(plain(formatData(bytes, 'decimal', 'en'))).toBe(text);
  });

  it('counts in 1024 where the person wants that, and says so', () => {
    expect(plain(formatData(3 * 1024 ** 3, 'binary', 'en'))).toBe('3 GiB');
    expect(plain(formatData(1010 * 1024 ** 2, 'binary', 'en'))).toBe('0.986 GiB');
  });

  it('is written as the person writes', () => {
    expect(plain(formatData(3_214_000_000, 'decimal', 'de'))).toBe('3,21 GB');
    expect(plain(formatData(3_214_000_000, 'decimal', 'fr'))).toBe('3,21 Go');
    expect(plain(formatData(3_214_000_000, 'decimal', 'zh-TW'))).toBe('3.21 GB');
  });

  it('is off by half a percent at the most, and never below a thousand of its unit', () => {
    const scale = { kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 };
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2 ** 53 }), (bytes) => {
        const [figure, unit] = plain(formatData(bytes, 'decimal', 'en')).split(' ');
        const shown = Number(figure) * scale[unit as keyof typeof scale];
        expect(Number(figure)).toBeLessThan(1000);
        expect(Math.abs(shown - bytes) / bytes).toBeLessThanOrEqual(0.005);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('an amount of data in the badge', () => {
  it.each([
    [0, '0', '0'],
    [1, '<1M', '<1M'],
    [999_999, '<1M', '<1M'],
    [1_000_000, '1M', '<1M'],
    [9_960_000_000, '10G', '9.3G'],
    [99_600_000, '100M', '95M'],
    [999_600_000, '1G', '953M'],
    [1023 * 1024 ** 2, '1.1G', '1G'],
    [2 ** 53, '9P', '8P'],
  ])('of %i bytes is %s, or %s counted in 1024', (bytes, decimal, binary) => {
    expect([formatBadgeData(bytes, 'decimal'), formatBadgeData(bytes, 'binary')]).toEqual([decimal, binary]);
  });

  it('F01: has four characters at the most, and 0 only for nothing, from 0 to 2^53', () => {
    const bytes = fc.oneof(
      fc.integer({ min: 0, max: 2 ** 53 }),
      // Near the steps, where rounding carries over.
      fc
        .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: -600, max: 600 }))
        .map(([power, by]) => Math.min(2 ** 53, Math.max(0, Math.round(10 ** power * (1 + by / 1e5))))),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom('decimal' as const, 'binary' as const), (amount, units) => {
        const text = formatBadgeData(amount, units);
        expect(text).toMatch(/^(0|<1M|\d(\.\d)?[MGTP]|\d{2,3}[MGTP])$/);
        expect(text === '0').toBe(amount === 0);
      }),
      { seed: 13, numRuns: 5000 },
    );
  });
});
