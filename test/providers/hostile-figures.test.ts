import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { headlineOf } from '../../utils/domain/headline.ts';
import { balance, json, readBalance, verdictOn } from '../support/carrier.ts';

const FIGURES = ['total', 'used', 'remaining'] as const;
const UNKNOWN = { total: null, used: null, remaining: null };

/** A balance whose one bundle has `text`, as it stands in the answer, for a figure. */
function withFigure(name: string, text: string): string {
  return JSON.stringify(balance({}, { ...UNKNOWN, [name]: '@' })).replace('"@"', text);
}

describe('figures that cannot be', () => {
  it.each(FIGURES)('D05: %s beyond what a number holds exactly is refused, never rounded', async (name) => {
    for (const figure of ['9007199254740992', '9007199254740993', '18446744073709551615', '1e20']) {
      expect(await verdictOn(withFigure(name, figure)), figure).toBe('unreadable');
    }
    expect(await verdictOn(withFigure(name, '9007199254740991'))).toBe('read');
  });

  it('D05: a sum that no number holds exactly is refused', async () => {
    const figures = { total: null, used: Number.MAX_SAFE_INTEGER, remaining: 1 };
    expect(await verdictOn(JSON.stringify(balance({}, figures)))).toBe('unreadable');
  });

  it('D05: an id of many digits is text, and stays what it was', async () => {
    const reading = await readBalance(() => json(balance({}, { id: '9007199254740993' })));
    expect(reading).toMatchObject({ buckets: [{ id: '9007199254740993' }] });
    expect(await verdictOn(JSON.stringify(balance({}, { id: 9007199254740 })))).toBe('unreadable');
  });

  it.each(FIGURES)('D06: "NaN", "Infinity", 1e999 and -0 are refused as %s', async (name) => {
    for (const figure of [
      '"NaN"',
      '"Infinity"',
      '"-Infinity"',
      '1e999',
      '-1e999',
      '-0',
      '-0.0',
      'true',
      '{}',
      '[5]',
    ]) {
      expect(await verdictOn(withFigure(name, figure)), figure).toBe('unreadable');
    }
  });

  it.each(FIGURES)('D07: nothing in place of %s is unknown, and not 0', async (name) => {
    for (const blank of ['""', 'null', '[]']) {
      const reading = await readBalance(() => new Response(withFigure(name, blank)));
      expect(reading, blank).toMatchObject({ buckets: [{ ...UNKNOWN, state: 'active' }] });
      expect(reading instanceof Failure || headlineOf(reading)).toEqual({ kind: 'unknown' });
    }
  });

  it('D07: credit without an amount is unknown, and not 0', async () => {
    for (const amount of ['', null, []]) {
      const reading = await readBalance(() => json(balance({ credit: { amount, currency: 'EUR' } })));
      expect(reading).toMatchObject({ credit: null });
    }
  });

  it('D08: a negative remaining is 0 and the bundle used up, other negatives cannot be', async () => {
    const overdrawn = { total: 1000, used: null, remaining: -250 };
    expect(await readBalance(() => json(balance({}, overdrawn)))).toMatchObject({
      buckets: [{ total: 1000, used: 1000, remaining: 0, state: 'depleted' }],
    });
    expect(await verdictOn(withFigure('used', '-1'))).toBe('unreadable');
    expect(await verdictOn(withFigure('total', '-1'))).toBe('unreadable');
  });

  it('D08: more used than there was leaves 0', async () => {
    const overused = { total: 1000, used: 1700, remaining: null };
    expect(await readBalance(() => json(balance({}, overused)))).toMatchObject({
      buckets: [{ total: 1000, used: 1700, remaining: 0 }],
    });
  });

  it('D09: a figure with a unit or a decimal mark is no figure of this contract', async () => {
    for (const figure of ['"1,5 GB"', '"1.5"', '"500 MB"', '"unlimited"', '1.5', '"5368709120"']) {
      expect(await verdictOn(withFigure('remaining', figure)), figure).toBe('unreadable');
    }
  });

  it('D19: an amount of money written for people is refused, in any notation', async () => {
    for (const amount of ['1.234,56', '1,234.56', '12.40', '١٢', '€ 5', 12.4]) {
      expect(await verdictOn(JSON.stringify(balance({ credit: { amount, currency: 'EUR' } })))).toBe(
        'unreadable',
      );
    }
  });

  it('D19: minor units are taken as they are, whether a currency has two, none or three places', async () => {
    for (const currency of ['EUR', 'JPY', 'BHD']) {
      const credit = { amount: 1234, currency };
      expect(await readBalance(() => json(balance({ credit })))).toMatchObject({ credit });
    }
    for (const currency of ['eur', 'EURO', '€', '', null]) {
      expect(await verdictOn(JSON.stringify(balance({ credit: { amount: 1, currency } })))).toBe(
        'unreadable',
      );
    }
  });

  it('D20: whatever stands in place of a figure, it is refused, unknown, or exactly what was told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...FIGURES), async (value, name) => {
        const reading = await readBalance(() => json(balance({}, { ...UNKNOWN, [name]: value })));
        if (reading instanceof Failure) return reading.kind === 'unreadable';
        const [figure] = reading.buckets.map((bucket) => bucket[name]);
        return (
          figure === null || figure === value || (name === 'remaining' && figure === 0 && Number(value) < 0)
        );
      }),
      { seed: 20_261_121, numRuns: 2000 },
    );
  });
});
