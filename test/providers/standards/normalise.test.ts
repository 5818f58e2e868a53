import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketSchema, readingSchema } from '../../../utils/domain/reading.ts';
import { addressUnder, linkUrl } from '../../../utils/providers/standards/addresses.ts';
import { bucket, bucketList, figures, money, reading } from '../../../utils/providers/standards/normalise.ts';

const unreadable = expect.objectContaining({ kind: 'unreadable' });
const data = (told: object) => bucket({ label: 'Data', kind: 'data', ...told });

describe('total, used and remaining', () => {
  it.each([
    [
      { total: 10, used: 4 },
      { total: 10, used: 4, remaining: 6 },
    ],
    [
      { total: 10, remaining: 6 },
      { total: 10, used: 4, remaining: 6 },
    ],
    [
      { used: 4, remaining: 6 },
      { total: 10, used: 4, remaining: 6 },
    ],
    [
      { total: 10, used: 14 },
      { total: 10, used: 14, remaining: 0 },
    ],
    [
      { total: 10, remaining: -3 },
      { total: 10, used: 10, remaining: 0 },
    ],
    [
      { total: 10, remaining: 12 },
      { total: 10, used: null, remaining: 12 },
    ],
    [{ total: 10 }, { total: 10, used: null, remaining: null }],
    [{ used: 4 }, { total: null, used: 4, remaining: null }],
    [{ remaining: 6 }, { total: null, used: null, remaining: 6 }],
    [{}, { total: null, used: null, remaining: null }],
    [
      { total: 10, used: 1, remaining: 6 },
      { total: 10, used: 1, remaining: 6 },
    ],
    [
      { total: 0, used: 0 },
      { total: 0, used: 0, remaining: 0 },
    ],
  ])('%j is %j', (told, expected) => expect(figures(told, false)).toEqual(expected));

  it('an unlimited bundle has nothing remaining, whatever else is told', () => {
    expect(figures({ total: 10, used: 4, remaining: 6 }, true)).toEqual({
      total: 10,
      used: 4,
      remaining: null,
    });
  });

  it.each([
    { used: -1 },
    { total: -1 },
    { total: 1.5 },
    { remaining: -1.5 },
    { used: Number.NaN },
    { total: 2 ** 53 },
    { used: -0 },
    { used: Number.MAX_SAFE_INTEGER, remaining: 1 },
  ])('%j cannot be', (told) => expect(() => figures(told, false)).toThrow(unreadable));

  it('any two of three that fit give the third', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), (used, remaining) => {
        const whole = { total: used + remaining, used, remaining };
        for (const name of ['total', 'used', 'remaining'] as const) {
          expect(figures({ ...whole, [name]: null }, false)).toEqual(whole);
        }
      }),
      { seed: 3 },
    );
  });
});

describe('bundles', () => {
  it('what a dialect does not tell is unknown or ordinary', () => {
    expect(data({ remaining: 5 })).toEqual({
      id: 'data:Data',
      label: 'Data',
      kind: 'data',
      scope: 'general',
      state: 'active',
      total: null,
      used: null,
      remaining: 5,
      unlimited: false,
      currency: null,
      throttledTo: null,
      validFrom: null,
      validUntil: null,
      validUntilEstimated: false,
    });
  });

  it('one with nothing left is depleted; a slow, queued or unlimited one is what it is', () => {
    expect(data({ remaining: 0 }).state).toBe('depleted');
    expect(data({ total: 5, used: 5 }).state).toBe('depleted');
    expect(data({ remaining: null }).state).toBe('active');
    expect(data({ remaining: 0, state: 'throttled' }).state).toBe('throttled');
    expect(data({ remaining: 0, state: 'queued' }).state).toBe('queued');
    expect(data({ remaining: 0, unlimited: true }).state).toBe('active');
  });

  it('an end that is unknown is not estimated', () => {
    expect(data({ validUntil: null, validUntilEstimated: true }).validUntilEstimated).toBe(false);
  });

  it('a speed that cannot be is unreadable', () =>
    expect(() => data({ throttledTo: -1 })).toThrow(unreadable));

  it('an id that was given twice counts once, the first; two without one stay two', () => {
    const told = [
      { id: 'a', remaining: 1 },
      { id: 'a', remaining: 2 },
      { remaining: 3 },
      { remaining: 4 },
      { remaining: 5 },
    ];
    const list = bucketList(told.map((one) => ({ label: 'Data', kind: 'data' as const, ...one })));
    expect(list.map(({ id, remaining }) => [id, remaining])).toEqual([
      ['a', 1],
      ['data:Data', 3],
      ['data:Data#2', 4],
      ['data:Data#3', 5],
    ]);
  });

  it('every bundle is in the normal form, or refused', () => {
    const amount = fc.option(fc.oneof(fc.nat(), fc.integer(), fc.double()), { nil: null });
    const told = fc.record({
      total: amount,
      used: amount,
      remaining: amount,
      unlimited: fc.boolean(),
      label: fc.string(),
    });
    fc.assert(
      fc.property(told, (one) => {
        try {
          return bucketSchema.safeParse(bucket({ kind: 'data', ...one })).success;
        } catch (error) {
          expect(error).toEqual(unreadable);
          return true;
        }
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});

describe('readings and money', () => {
  it('a reading of nothing is in the normal form', () =>
    expect(readingSchema.safeParse(reading({})).success).toBe(true));

  it.each([
    ['12.40', 'EUR', 1240],
    ['0.03', 'EUR', 3],
    ['500', 'JPY', 500],
    ['1.2345', 'BHD', 1235],
    ['-4.15', 'CHF', -415],
    [9.32, 'GBP', 932],
  ])('%s %s is %d in minor units', (amount, currency, expected) => {
    expect(money(amount, currency)).toEqual({ amount: expected, currency });
  });

  it.each([
    ['1,5', 'EUR'],
    ['1.5', 'eur'],
    ['1.5', '€'],
    ['', 'EUR'],
  ])('"%s" "%s" is refused', (amount, currency) => {
    expect(() => money(amount, currency)).toThrow(unreadable);
  });
});

describe('addresses', () => {
  it.each([
    ['https://pay.example/x?a=1', 'https://pay.example/x?a=1'],
    ['http://pay.example/', null],
    ['http://127.0.0.1/', null],
    ['https://user@pay.example/', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['pay.example', null],
    [null, null],
  ])('%s may be linked as %s', (address, expected) => expect(linkUrl(address)).toBe(expected));

  it('a segment is encoded, and one that climbs out of the path is refused', () => {
    const base = new URL('https://api.example/v1/');
    expect(addressUnder(base, 'lines', 'a/../b?c#d e').href).toBe(
      'https://api.example/v1/lines/a%2F..%2Fb%3Fc%23d%20e',
    );
    expect(addressUnder(base, 'lines', '%2e%2e').href).toBe('https://api.example/v1/lines/%252e%252e');
    expect(addressUnder(base, '\ud800').href).toBe('https://api.example/v1/%EF%BF%BD');
    for (const out of ['', '.', '..']) expect(() => addressUnder(base, 'lines', out)).toThrow('line-gone');
  });

  it('no segment whatever leaves the base', () => {
    const base = new URL('https://api.example/v1');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (segment) => {
        if (/^\.{0,2}$/.test(segment)) return true;
        const url = addressUnder(base, 'lines', segment);
        return url.href.startsWith('https://api.example/v1/lines/') && url.pathname.split('/').length === 4;
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
