import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDecimal, scaled, wholeNumber } from '../../../utils/providers/standards/numbers.ts';

const MAX = Number.MAX_SAFE_INTEGER;
const unreadable = expect.objectContaining({ kind: 'unreadable' });

describe('amounts x factor', () => {
  it.each([
    ['1.5', 1000, 1500],
    ['0.0005', 1000, 1],
    ['0.0004999', 1000, 0],
    ['2.5', 1, 3],
    ['-2.5', 1, -3],
    ['-0.4', 1, 0],
    ['0.1', 10, 1],
    ['1.005', 100, 101],
    [1.005, 100, 101],
    ['8.61', 1024 ** 3, 9244917105],
    ['3.7252902984619140625e-9', 1024 ** 3, 4],
    ['1e3', 1, 1000],
    ['1.25E+2', 4, 500],
    ['9007199254740991', 1, MAX],
    ['9007199254740991.4', 1, MAX],
    ['+7', 1, 7],
    [' 7 ', 1, 7],
  ])('%s x %d is %d, rounded once', (amount, factor, expected) => {
    expect(scaled(amount, factor)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '1,5',
    '1 000',
    '1.',
    '.5',
    '--1',
    '1e',
    '0x10',
    'NaN',
    'Infinity',
    '١٢',
    '9007199254740992',
    '9007199254740991.5',
    '1e999',
    '1e9999',
    '5'.repeat(401),
  ])('"%s" is refused', (amount) => {
    expect(() => scaled(amount)).toThrow(unreadable);
  });

  it('numbers that are none are refused', () => {
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => scaled(amount)).toThrow(unreadable);
  });

  it('every whole number comes back as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => scaled(String(value)) === value && scaled(value) === value),
      { seed: 5 },
    );
  });

  it('an amount with decimals is never further than a half from the true product', () => {
    const parts = fc.tuple(fc.nat(1e6), fc.nat(999_999), fc.constantFrom(1, 60, 1000, 1024, 1e6, 1024 ** 2));
    fc.assert(
      fc.property(parts, ([whole, millionths, factor]) => {
        const exact = (BigInt(whole) * 1_000_000n + BigInt(millionths)) * BigInt(factor);
        const result = BigInt(scaled(`${whole}.${String(millionths).padStart(6, '0')}`, factor));
        const off = result * 1_000_000n - exact;
        return 2n * off <= 1_000_000n && 2n * off >= -1_000_000n;
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('strings of digits', () => {
  it('are read exactly, up to what a number holds', () => {
    expect(wholeNumber('0')).toBe(0);
    expect(wholeNumber('0007')).toBe(7);
    expect(wholeNumber('9007199254740991')).toBe(MAX);
  });

  it.each(['9007199254740992', '18446744073709551615', '-1', '+1', '1.0', '1e3', '', ' 1', '1_000'])(
    '"%s" is refused',
    (text) => {
      expect(() => wholeNumber(text)).toThrow(unreadable);
    },
  );
});

describe('numbers written for people', () => {
  it.each([
    ['1.234,56', ',', '1234.56'],
    ['1,234.56', '.', '1234.56'],
    ['1 234,5', ',', '1234.5'],
    ['1\u00a0234\u202f567,5', ',', '1234567.5'],
    ['3,98', ',', '3.98'],
    ['-0,03', ',', '-0.03'],
    ['1.234', ',', '1234'],
    ['1234', '.', '1234'],
  ] as const)('D19: "%s" with the mark "%s" is %s', (text, mark, expected) => {
    expect(localDecimal(text, mark)).toBe(expected);
  });

  it.each([
    ['1.234,56', '.'],
    ['1,234.56', ','],
    ['12,34,567.8', '.'],
    ['1.23', ','],
    ['1.2345', ','],
    ['١٬٢٣٤', '.'],
    ['€ 5', '.'],
    ['5-', '.'],
    ['', ','],
    ['1,', ','],
  ] as const)('D19: "%s" is unknown to a dialect with the mark "%s", and not guessed', (text, mark) => {
    expect(localDecimal(text, mark)).toBeNull();
  });
});
