import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatBadgeData,
  formatData,
  formatDateTime,
  formatDay,
  formatDuration,
  formatMoney,
  formatTime,
  formatVoice,
} from '../../utils/domain/format.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { importsOf } from '../support/source-files.ts';

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

describe('money', () => {
  it.each([
    [1240, 'EUR', '€12.40'],
    [500, 'JPY', '¥500'],
    [12_345, 'BHD', 'BHD 12.345'],
    [-5, 'GBP', '-£0.05'],
    [0, 'USD', '$0.00'],
  ])('of %i minor units of %s is %s', (amount, currency, text) => {
    expect(plain(formatMoney({ amount, currency }, 'en'))).toBe(text);
  });

  it('keeps every minor unit', () => {
    const digits = { EUR: 2, JPY: 0, BHD: 3 };
    const currency = fc.constantFrom(...(Object.keys(digits) as (keyof typeof digits)[]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), currency, (amount, code) => {
        const shown = formatMoney({ amount, currency: code }, 'en').replace(/[^\d.]/g, '');
        expect(shown.split('.')[1]?.length ?? 0).toBe(digits[code]);
        expect(Number(shown.replace('.', ''))).toBe(amount);
      }),
      { seed: 17 },
    );
  });
});

describe('points and lengths of time', () => {
  const at = '2027-03-12T22:40:00Z';
  const now = '2027-03-12T10:00:00Z';

  it('are told in the zone of the line, and in the language of the person', () => {
    expect(formatDay(at, 'en', 'UTC')).toBe('Mar 12, 2027');
    expect(formatDay(at, 'en', 'Asia/Taipei')).toBe('Mar 13, 2027');
    expect(formatDay(at, 'zh-TW', 'Asia/Taipei')).toBe('2027年3月13日');
    expect(formatTime(at, 'de', 'Asia/Taipei')).toBe('06:40');
    expect(plain(formatDateTime(at, 'en', 'UTC'))).toBe('Mar 12, 2027, 10:40 PM');
  });

  it('survive a zone that this browser does not know', () => {
    expect(formatDay(at, 'en', 'Nowhere/Land')).toBe(formatDay(at, 'en', null));
  });

  it.each([
    ['2027-03-12T09:59:30Z', 'now'],
    ['2027-03-12T09:58:00Z', '2 min. ago'],
    ['2027-03-12T07:01:00Z', '2 hr. ago'],
    ['2027-03-11T09:00:00Z', '25 hr. ago'],
    ['2027-03-09T10:00:00Z', '3 days ago'],
    ['2027-03-12T11:00:00Z', 'now'],
  ])('since %s: %s', (since, text) => {
    expect(formatAge(since, now, 'en')).toBe(text);
  });

  it.each([
    [65 * MINUTE, '1 hr, 5 min'],
    [2 * HOUR, '2 hr'],
    [DAY + HOUR + MINUTE, '1 day, 1 hr'],
    [252 * SECOND, '4 min, 12 sec'],
    [400, '0 sec'],
    [-1, '0 sec'],
  ])('%i ms last %s', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text);
  });

  it.each([
    [7500, '125 min'],
    [119, '1 min'],
    [45, '45 sec'],
    [0, '0 min'],
  ])('%i seconds of voice are %s', (seconds, text) => {
    expect(formatVoice(seconds, 'en')).toBe(text);
  });
});

it('what the popup paints with needs no schema library at run time', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.startsWith('utils/')) return;
    for (const { from, typeOnly } of importsOf(file)) if (!typeOnly) visit(from);
  };
  for (const name of ['format', 'freshness', 'colours']) visit(`utils/domain/${name}.ts`);
  expect([...seen].filter((file) => file.startsWith('zod'))).toEqual([]);
  expect(seen).toContain('utils/domain/intl.ts');
});
