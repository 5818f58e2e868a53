import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits, parseAmount } from '../../components/popup/amount-input.ts';

const pounds = { currency: 'GBP', min: 500, max: 10_000, step: 50 };

describe('an amount that a person types', () => {
  it('may use a point or a comma', () => {
    expect(parseAmount('12.5', pounds)).toBe(1250);
    expect(parseAmount(' 12,50 ', pounds)).toBe(1250);
    expect(parseAmount('12', pounds)).toBe(1200);
  });

  it('is refused outside the limits and between the steps', () => {
    expect(parseAmount('4.50', pounds)).toBeNull();
    expect(parseAmount('100.50', pounds)).toBeNull();
    expect(parseAmount('12.25', pounds)).toBeNull();
  });

  it.each(['', ' ', '-5', '1e3', '1.234,56', '12.555', 'ten', '٥', '12.', '0x10', 'NaN'])(
    'is not “%s”',
    (typed) => {
      expect(parseAmount(typed, { currency: 'GBP', min: 0, max: 1_000_000, step: 1 })).toBeNull();
    },
  );

  it('has no decimals in yen and three in dinars', () => {
    expect([currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([0, 3]);
    expect(parseAmount('500', { currency: 'JPY', min: 100, max: 9000, step: 100 })).toBe(500);
    expect(parseAmount('5.0', { currency: 'JPY', min: 1, max: 9000, step: 1 })).toBeNull();
    expect(parseAmount('1.250', { currency: 'KWD', min: 1, max: 9000, step: 1 })).toBe(1250);
  });

  it('comes out as it went in, for every amount that the carrier takes', () => {
    const cents = fc.integer({ min: 10, max: 200 }).map((steps) => steps * 50);
    fc.assert(
      fc.property(cents, fc.constantFrom('.', ','), (amount, mark) => {
        const typed = (amount / 100).toFixed(2).replace('.', mark);
        expect(parseAmount(typed, pounds)).toBe(amount);
      }),
      { seed: 11 },
    );
  });
});
