import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn, unitOf } from '../../../utils/providers/standards/units.ts';

const DATA: Record<string, number> = {
  B: 1,
  byte: 1,
  bytes: 1,
  octet: 1,
  octets: 1,
  o: 1,
  ' B': 1,
  KB: 1e3,
  kB: 1e3,
  Ko: 1e3,
  kilobyte: 1e3,
  MB: 1e6,
  Mo: 1e6,
  megabytes: 1e6,
  MBytes: 1e6,
  kbyte: 1e3,
  mégaoctets: 0,
  GB: 1e9,
  Go: 1e9,
  gigabyte: 1e9,
  Gigaoctets: 1e9,
  TB: 1e12,
  To: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  Gio: 1024 ** 3,
  gibibytes: 1024 ** 3,
  mebibyte: 1024 ** 2,
};

describe('units', () => {
  it.each(Object.entries(DATA).filter(([, factor]) => factor > 0))(
    '"%s" of data is %d bytes',
    (unit, factor) => {
      expect(unitOf(unit)).toEqual({ kind: 'data', factor });
    },
  );

  it.each([
    ['KB', 1024],
    ['MB', 1024 ** 2],
    ['GB', 1024 ** 3],
    ['TB', 1024 ** 4],
    ['GiB', 1024 ** 3],
    ['bytes', 1],
  ])('"%s" is %d bytes in a dialect that counts in 1024', (unit, factor) => {
    expect(unitOf(unit, 1024).factor).toBe(factor);
  });

  it.each([
    ['seconds', 'voice', 1],
    ['min', 'voice', 60],
    ['Minutes', 'voice', 60],
    ['hour', 'voice', 3600],
    ['SMS', 'sms', 1],
    ['messages', 'sms', 1],
    ['pieces', 'sms', 1],
    ['pcs.', 'sms', 1],
    ['msg', 'sms', 1],
    ['sec.', 'voice', 1],
    ['hrs', 'voice', 3600],
  ])('"%s" is %s, x %d', (unit, kind, factor) => {
    expect(unitOf(unit)).toEqual({ kind, factor });
  });

  it.each([
    '',
    'PB',
    'Gbit',
    'GBps',
    'giga',
    'G',
    'bits',
    'units',
    'EUR',
    'mégaoctets',
    'kilo',
    'iB',
    'toString',
    'constructor',
    '__proto__',
  ])('D09: "%s" is no unit that is known: refused, never guessed', (unit) => {
    expect(() => unitOf(unit)).toThrow(expect.objectContaining({ kind: 'unreadable' }));
  });

  it('D09: an amount written in any unit with three decimals comes back within 0.1 %', () => {
    const units = fc.constantFrom(...['KB', 'MB', 'GB', 'KiB', 'MiB', 'GiB', 'Mo', 'Go']);
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 2 ** 45 }), units, (bytes, unit) => {
        const written = (bytes / unitOf(unit).factor).toFixed(3);
        fc.pre(Number(written) >= 1);
        return Math.abs(amountIn(written, unit) - bytes) <= bytes / 1000;
      }),
      { seed: 9, numRuns: 1000 },
    );
  });

  it('D09: "1,5 GB", "1.5GB" and "unlimited" are no amounts', () => {
    for (const amount of ['1,5', '1.5GB', 'unlimited', '']) {
      expect(() => amountIn(amount, 'GB')).toThrow(expect.objectContaining({ kind: 'unreadable' }));
    }
    expect(amountIn('1.5', 'GB')).toBe(1_500_000_000);
  });
});
