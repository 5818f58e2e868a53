import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesTyped, typedAmount } from '../../../components/options/byte-amount.ts';
import { readThresholds } from '../../../components/options/typed-thresholds.ts';

const units = fc.constantFrom('decimal' as const, 'binary' as const);

describe('an amount of data as it is typed', () => {
  it('what was saved reads back to a tenth of a percent, or to half a thousandth of its unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), units, (bytes, unit) => {
        const { text, unit: size } = typedAmount(bytes, unit);
        const back = bytesTyped(text, size, unit) ?? Number.NaN;
        const finest = size === 'giga' ? bytes * 0.001 : unit === 'binary' ? 525 : 501;
        expect(Math.abs(back - bytes)).toBeLessThanOrEqual(finest);
      }),
      { seed: 7 },
    );
  });

  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['1.5', 1_500_000],
    ['-1', undefined],
    ['NaN', undefined],
    ['1e300', undefined],
  ])('%j is %j bytes in megabytes', (text, bytes) => {
    expect(bytesTyped(text, 'mega', 'decimal')).toBe(bytes);
  });
});

describe('thresholds as they are typed', () => {
  const empty = { text: '', unit: 'mega' as const };
  const typed = {
    low: empty,
    critical: empty,
    credit: '',
    voice: '',
    sms: '',
    units: 'decimal' as const,
    currency: 'EUR',
    total: null,
  };

  it('credit is counted in minor units of its own currency', () => {
    const at = (currency: string) => readThresholds({ ...typed, credit: '2.5', currency });
    expect(at('EUR')).toMatchObject({ thresholds: { lowCredit: 250 } });
    expect(at('KWD')).toMatchObject({ thresholds: { lowCredit: 2500 } });
  });

  it('a first amount below the default of the second is pointed at', () => {
    const low = { text: '50', unit: 'mega' as const };
    expect(readThresholds({ ...typed, low })).toEqual({ field: 'low', problem: 'lineThresholdOrder' });
  });

  it('minutes are kept as seconds, messages as they are, and nothing typed means the default', () => {
    expect(readThresholds({ ...typed, voice: '45', sms: '10' })).toMatchObject({
      thresholds: { lowVoice: 2700, lowSms: 10 },
    });
    expect(readThresholds(typed)).toMatchObject({ thresholds: { lowVoice: null, lowSms: null } });
  });

  it.each(['-1', '1.5', 'NaN', '1e300'])('%j minutes or messages are pointed at', (text) => {
    const problem = 'lineThresholdWhole';
    expect(readThresholds({ ...typed, voice: text })).toEqual({ field: 'voice', problem });
    expect(readThresholds({ ...typed, sms: text })).toEqual({ field: 'sms', problem });
  });

  it('a negative credit is pointed at', () => {
    expect(readThresholds({ ...typed, credit: '-1' })).toMatchObject({ field: 'credit' });
  });
});
