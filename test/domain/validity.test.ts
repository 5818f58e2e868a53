import { describe, expect, it } from 'vitest';
import type { LapseRule } from '../../utils/domain/lapse.ts';
import { type Line, lineSchema } from '../../utils/domain/line.ts';
import type { ReadingRow } from '../../utils/domain/records.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { earlierValidity, validityOf, warnDaysOf, wasUsed } from '../../utils/domain/validity.ts';
import { aBucket, aDataBucket, aLine, aReading, aRow, aTopUp, GB } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';
const END = { at: '2026-12-24T22:59:59Z', estimated: false };

const ruled = (rule: Partial<LapseRule> = {}) =>
  aLine({ lapse: { warnDays: null, rule: { days: 90, after: 'top-up', lastOn: null, ...rule } } });
const credited = (settledAt: string, rest: Partial<TopUp> = {}) =>
  aTopUp({ state: 'credited', settledAt, ...rest });

function validity(line: Line, row: ReadingRow | null = null, topUps: TopUp[] = [], zone = 'UTC') {
  return validityOf({ line, row, topUps, now: NOW, zone });
}

describe('when a number lapses', () => {
  it('is what the carrier says, whatever rule the person chose', () => {
    const row = aRow(aReading({ validUntil: END }));
    const told = { ...END, toldAt: row.checkedAt };
    expect(validity(ruled({ lastOn: '2026-11-20' }), row)).toEqual(told);
    expect(validity(aLine(), row, [credited(row.checkedAt)])).toEqual(told);
  });

  it('is not what the carrier said before a top-up that another install saw credited since', () => {
    const row = aRow(aReading({ validUntil: END }));
    const since = [credited('2026-11-21T09:15:00Z')];
    expect(validity(aLine(), row, since)).toBeNull();
    expect(validity(ruled(), row, since)).toMatchObject({ rule: { from: '2026-11-21' } });
  });

  it('is not known where the carrier tells nothing and no rule was chosen, whatever its terms', () => {
    expect(validity(aLine({ providerId: 'lyca' }), aRow(aReading()))).toBeNull();
    expect(validity(ruled())).toBeNull();
  });

  it('is so many days after the last top-up that was credited, by the rule', () => {
    const topUps = [
      credited('2026-11-05T23:30:00Z', { id: 'a' }),
      credited('2026-09-01T10:00:00Z', { id: 'b' }),
      aTopUp({ id: 'c', openedAt: '2026-11-20T10:00:00Z', state: 'paid' }),
      credited('2026-11-20T11:00:00Z', { id: 'd', state: 'refunded' }),
    ];
    const rule = { days: 90, after: 'top-up', from: '2026-11-05' };
    expect(validity(ruled(), null, topUps)).toEqual({ at: '2027-02-03T23:59:59Z', estimated: true, rule });
    const taipei = validity(ruled(), null, topUps, 'Asia/Taipei');
    expect(taipei).toMatchObject({ at: '2027-02-04T15:59:59Z', rule: { from: '2026-11-06' } });
  });

  it('is counted from the day that the person gave, until a later top-up is seen', () => {
    const line = ruled({ lastOn: '2026-10-10' });
    expect(validity(line)).toMatchObject({ rule: { from: '2026-10-10' } });
    expect(validity(line, null, [credited('2026-09-01T10:00:00Z')])?.rule?.from).toBe('2026-10-10');
    expect(validity(line, null, [credited('2026-11-01T10:00:00Z')])?.rule?.from).toBe('2026-11-01');
  });

  it('is not counted from a day that is yet to come', () => {
    expect(validity(ruled({ lastOn: '2027-10-10' }))).toBeNull();
  });

  it('is counted from the last use where the rule says so, and from the last top-up where it does not', () => {
    const row = { ...aRow(aReading()), usedAt: '2026-11-18T10:00:00Z' };
    const lastOn = '2026-11-01';
    expect(validity(ruled({ lastOn, after: 'use' }), row)?.rule?.from).toBe('2026-11-18');
    expect(validity(ruled({ lastOn }), row)?.rule?.from).toBe('2026-11-01');
  });

  it.each(['Pacific/Apia', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Cairo', 'Asia/Beirut'])(
    'T05: is the last second of its day by the calendar of %s, through days of 23 and 25 hours',
    (zone) => {
      for (let days = 1; days <= 400; days++) {
        const { at } = validity(ruled({ days, lastOn: '2026-02-27' }), null, [], zone) ?? { at: '' };
        const day = (ms: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(ms);
        const expected = new Date(Date.UTC(2026, 1, 27 + days)).toISOString().slice(0, 10);
        expect(day(Date.parse(at))).toBe(expected);
        expect(day(Date.parse(at) + 1000)).not.toBe(expected);
      }
    },
  );
});

describe('a carrier that told an end and leaves it out now', () => {
  const before = aRow(aReading({ validUntil: END }), '2026-11-10T09:00:00Z');
  const silent = { ...aRow(aReading()), earlierValidity: earlierValidity(before, aReading()) };
  const told = { ...END, toldAt: '2026-11-10T09:00:00Z' };

  it('has told it all the same, with the date of its word', () => {
    expect(validity(ruled({ lastOn: '2026-11-20' }), silent)).toEqual(told);
    const again = { ...silent, earlierValidity: earlierValidity(silent, aReading()) };
    expect(validity(aLine(), again)).toEqual(told);
  });

  it('has said nothing of what a top-up brought since', () => {
    const since = [credited('2026-11-12T10:00:00Z')];
    expect(validity(aLine(), silent, since)).toBeNull();
    expect(validity(ruled(), silent, since)?.rule?.from).toBe('2026-11-12');
    expect(validity(aLine(), silent, [credited('2026-11-02T10:00:00Z')])).toEqual(told);
  });

  it('is believed anew once it tells an end again', () => {
    expect(earlierValidity(silent, aReading({ validUntil: END }))).toBeUndefined();
    expect(earlierValidity(null, aReading())).toBeUndefined();
  });
});

describe('use', () => {
  it('is what was used more, or what is left less of the same', () => {
    const of = (...buckets: ReturnType<typeof aBucket>[]) => aReading({ buckets });
    expect(wasUsed(of(aDataBucket(GB, 0)), of(aDataBucket(GB, 1)))).toBe(true);
    expect(wasUsed(of(aBucket({ remaining: 50 })), of(aBucket({ remaining: 49 })))).toBe(true);
    expect(wasUsed(of(aDataBucket(GB, 5)), of(aDataBucket(GB, 5)))).toBe(false);
    expect(wasUsed(of(aDataBucket(GB, 5)), of(aDataBucket(2 * GB, 0)))).toBe(false);
    const half = aBucket({ total: 5, remaining: 3 });
    expect(wasUsed(of(aBucket({ total: 9, remaining: 9 })), of(half))).toBe(false);
    expect(wasUsed(of(), of(aDataBucket(GB, 5)))).toBe(false);
    expect(wasUsed(of(half), of({ ...half, remaining: 0, state: 'expired' }))).toBe(false);
  });

  it('is not known from credit that falls: a fee or its own end takes it as well', () => {
    const credit = (amount: number) => aReading({ credit: { amount, currency: 'GBP' } });
    expect(wasUsed(credit(500), credit(100))).toBe(false);
  });
});

describe('the steps of warning', () => {
  const end = { at: END.at, estimated: true };
  const rule = { days: 30, after: 'top-up', from: '2026-11-01' } as const;

  it('are 30, 14, 7, 3 and 1 days, or those that the person chose', () => {
    expect(warnDaysOf(aLine(), end)).toEqual([30, 14, 7, 3, 1]);
    expect(warnDaysOf(aLine({ lapse: { warnDays: [60, 2], rule: null } }), end)).toEqual([60, 2]);
    expect(warnDaysOf(aLine({ lapse: { warnDays: [], rule: null } }), end)).toEqual([]);
  });

  it('leave out those that a short rule would reach at once', () => {
    expect(warnDaysOf(aLine(), { ...end, rule })).toEqual([14, 7, 3, 1]);
    expect(warnDaysOf(aLine(), { ...end, rule: { ...rule, days: 90 } })).toEqual([30, 14, 7, 3, 1]);
  });
});

describe('a stored line', () => {
  it('of before there were rules has none', () => {
    const { lapse, ...old } = ruled();
    expect(lapse).toBeDefined();
    expect(lineSchema.parse(old)).toEqual(old);
    expect(validity(lineSchema.parse(old))).toBeNull();
  });

  it.each([
    { days: 0 },
    { days: 90.5 },
    { days: 4000 },
    { lastOn: '2026-02-30' },
    { lastOn: 'yesterday' },
    { after: 'luck' },
  ])('is refused with a rule that cannot be: %o', (wrong) => {
    expect(lineSchema.safeParse(ruled(wrong as Partial<LapseRule>)).success).toBe(false);
    expect(lineSchema.safeParse(ruled()).success).toBe(true);
  });
});
