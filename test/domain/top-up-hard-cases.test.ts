import { describe, expect, it } from 'vitest';
import { lastRiseAt } from '../../utils/domain/alert-condition.ts';
import type { Offer } from '../../utils/domain/offers.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import { receiptText } from '../../utils/domain/receipt.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { awaitsFigures, isWatched, type SettleInput, settle } from '../../utils/domain/top-up-outcome.ts';
import { nextWatch, wantsSecondLook } from '../../utils/domain/top-up-watch.ts';
import { aBucket, aCheckout, aDataBucket, aReading, aTopUp, GB, MB } from '../support/records.ts';
import { wordsFor } from '../support/words.ts';

const offer: Offer = {
  id: 'o1',
  name: '1 GB',
  kind: 'bundle',
  data: GB,
  voice: null,
  sms: null,
  validityDays: 30,
  recurring: false,
  price: { amount: 450, currency: 'GBP' },
  promotion: null,
};

/** A carrier that tells no more than what is left, and when it measured. */
const left = (bytes: number, asOf: string, rest: Partial<Reading> = {}) =>
  aReading({ asOf, buckets: [aBucket({ remaining: bytes })], ...rest });
const bought = (before: Reading, rest: Partial<TopUp> = {}) =>
  aTopUp({ offer, price: offer.price, before, ...rest });
const link = (before: Reading) => aTopUp({ checkoutId: null, idempotencyKey: null, before });
const outcome = (topUp: TopUp, rest: Partial<SettleInput>) =>
  settle({ topUp, reading: null, checkout: null, now: '2026-11-21T12:00:00Z', ...rest });

const BEFORE = left(800 * MB, '2026-11-21T08:59:00Z');
const USED = left(100 * MB, '2026-11-21T11:00:00Z');
const MORE = left(1050 * MB, '2026-11-21T12:00:00Z');

describe('use while a top-up is waited for', () => {
  it('hides no credit, though less than half of it shows since the opening', () => {
    expect(outcome(bought(BEFORE), { reading: MORE })).toMatchObject({ state: 'open' });
    const arrived = outcome(bought(BEFORE), { reading: MORE, previous: USED });
    expect(arrived).toMatchObject({
      state: 'credited',
      after: MORE,
      rises: [{ what: 'data', by: 950 * MB }],
    });
    expect(outcome(link(BEFORE), { reading: MORE, previous: USED }).state).toBe('credited');
  });

  it('makes no credit of an answer that is older than the one before', () => {
    const old = left(700 * MB, '2026-11-21T10:00:00Z');
    const undated = { ...old, asOf: null };
    expect(outcome(link(BEFORE), { reading: old, previous: USED }).state).toBe('open');
    expect(outcome(link(BEFORE), { reading: undated, previous: { ...USED, asOf: null } }).state).toBe('open');
    const again = { ...MORE, asOf: USED.asOf };
    expect(outcome(bought(BEFORE), { reading: again, previous: USED }).state).toBe('open');
  });
});

describe('the monthly reset while a top-up is waited for', () => {
  const november = { start: '2026-10-21T10:00:00Z', end: '2026-11-21T10:00:00Z' };
  const december = { start: '2026-11-21T10:00:00Z', end: '2026-12-21T10:00:00Z' };
  const before = left(MB, '2026-11-21T08:59:00Z', { period: november });
  const reset = left(5 * GB, '2026-11-21T10:05:00Z', { period: december });

  it('is no credit', () => {
    expect(outcome(bought(before), { reading: reset, previous: before }).state).toBe('open');
    expect(outcome(link(before), { reading: reset, previous: before }).state).toBe('open');
  });

  it('hides none that comes after it', () => {
    const more = left(6 * GB, '2026-11-21T11:00:00Z', { period: december });
    expect(outcome(bought(before), { reading: more, previous: reset })).toMatchObject({
      state: 'credited',
      rises: [{ what: 'data', by: GB }],
    });
  });
});

describe('a carrier whose figures lag behind its word', () => {
  const word = aCheckout('credited', {
    paidAt: '2026-11-21T09:01:00Z',
    creditedAt: '2026-11-21T09:02:00Z',
    receiptNumber: 'R-7',
  });
  const before = aReading({ buckets: [aDataBucket(GB, 900 * MB)], credit: { amount: 0, currency: 'GBP' } });
  const shown = aReading({ ...before, buckets: [...before.buckets, aDataBucket(GB, 0, { id: 'new' })] });
  const told = outcome(bought(before), { reading: before, checkout: word, now: '2026-11-21T09:03:00Z' });

  it('is believed at once, and watched until the receipt has its figures, 3 hours later', () => {
    expect(told).toMatchObject({
      state: 'credited',
      after: null,
      rises: [],
      settledAt: '2026-11-21T09:03:00Z',
    });
    const watch = { pageOpen: false, intervalMs: 3_600_000, minPollMs: 0 };
    expect(nextWatch({ topUp: told, now: '2026-11-21T09:03:00Z', ...watch })).not.toBeNull();
    const done = outcome(told, { reading: shown, previous: before, checkout: word });
    expect(done).toMatchObject({
      creditedAt: '2026-11-21T09:02:00Z',
      settledAt: '2026-11-21T09:03:00Z',
      after: shown,
      rises: [{ what: 'data', by: GB }],
    });
    expect([awaitsFigures(told), isWatched(told), isWatched(done)]).toEqual([true, true, false]);
    const text = receiptText(done, wordsFor('en'), 'decimal');
    for (const part of [
      'Before:\n',
      'After:\n',
      'Difference:\n  Main: +1',
      'From payment to credit: 1',
      'R-7',
    ])
      expect(text).toContain(part);
  });

  it('that books money first and the bundle later: the receipt waits for the bundle', () => {
    const money = { ...before, credit: { amount: 450, currency: 'GBP' } };
    const first = outcome(bought(before), { reading: money, checkout: word, now: '2026-11-21T09:03:00Z' });
    expect(first).toMatchObject({ state: 'credited', after: null, rises: [] });
    expect(outcome(first, { reading: shown, previous: money, checkout: word })).toMatchObject({
      after: shown,
      rises: [{ what: 'data', by: GB }],
    });
    const unsaid = outcome(bought(before), { reading: money, checkout: aCheckout('paid') });
    expect(unsaid).toMatchObject({ state: 'paid', creditedAt: null });
    expect(outcome(unsaid, { reading: shown, previous: money }).state).toBe('credited');
  });

  it('that never shows it: after 72 hours the receipt says what there is', () => {
    const late = outcome(told, { reading: before, checkout: word, now: '2026-11-24T09:00:00Z' });
    expect(late).toMatchObject({ state: 'credited', after: before, rises: [], nextWatchAt: null });
  });
});

describe('a bundle that waits behind the current one', () => {
  const before = aReading({ buckets: [aDataBucket(GB, 900 * MB)] });
  const after = aReading({
    buckets: [...before.buckets, aDataBucket(GB, 0, { id: 'next', label: 'Next', state: 'queued' })],
  });
  const credited = outcome(bought(before), { reading: after });

  it('is a credit, and the receipt says that it waits', () => {
    expect(credited).toMatchObject({ state: 'credited', rises: [{ by: GB, aside: 'queued' }] });
    expect(receiptText(credited, wordsFor('en'), 'decimal')).toMatch(/Next: \+1\sGB, waiting for its turn\n/);
  });

  it('F06: makes no low line well, so that nothing is told a second time', () => {
    expect(lastRiseAt([credited], 'data')).toBeNull();
    const usable = { ...credited, rises: credited.rises.map(({ aside, ...rise }) => rise) };
    expect(lastRiseAt([usable], 'data')).toBe(credited.settledAt);
  });
});

describe('what was credited twice', () => {
  const before = aReading({ buckets: [aDataBucket(GB, 900 * MB)] });
  const extra = (id: string) => aDataBucket(GB, 0, { id, label: '1 GB' });
  const once = aReading({ buckets: [...before.buckets, extra('a')] });
  const twice = aReading({ buckets: [...before.buckets, extra('a'), extra('b')] });

  it('stands in the receipt as often as it came, and a second one later changes nothing', () => {
    expect(outcome(bought(before), { reading: twice }).rises).toHaveLength(2);
    const first = outcome(bought(before), { reading: once });
    expect(outcome(first, { reading: twice, previous: once, checkout: aCheckout('credited') })).toBe(first);
  });

  it('one credit proves one of two top-ups, whichever poll brings it', () => {
    const first = outcome(bought(before), { reading: once });
    const second = bought(before, { id: 't2', checkoutId: 'c2' });
    const others = [first, second];
    expect(outcome(second, { reading: once, others }).state).toBe('open');
    expect(outcome(second, { reading: once, previous: before, others }).state).toBe('open');
    expect(outcome(second, { reading: twice, previous: once, others }).state).toBe('credited');
    const grown = aReading({ buckets: [aDataBucket(3 * GB, 900 * MB)] });
    const merged = outcome(bought(before), {
      reading: aReading({ buckets: [aDataBucket(2 * GB, 900 * MB)] }),
    });
    expect(outcome(second, { reading: grown, others: [merged] })).toMatchObject({ rises: [{ by: GB }] });
  });

  it('what another install has seen credited in between proves no other one here', () => {
    const at = (asOf: string, reading: Reading) => ({ ...reading, asOf });
    const [old, mid, late] = ['09', '10', '11'].map((hour) => `2026-11-21T${hour}:00:00Z`);
    const known = at(old ?? '', before);
    const first = outcome(bought(known), { reading: at(mid ?? '', once) });
    const second = bought(known, { id: 't2', checkoutId: 'c2' });
    const input = { reading: at(late ?? '', once), previous: known, others: [first, second] };
    expect(outcome(second, input).state).toBe('open');
  });

  it('a credit that stood in the figures before is none of this one’s', () => {
    const at = (reading: Reading, asOf: string) => ({ ...reading, asOf });
    const first = outcome(bought(at(before, '2026-11-21T08:00:00Z')), {
      reading: at(once, '2026-11-21T08:30:00Z'),
    });
    const second = bought(at(once, '2026-11-21T08:30:00Z'), { id: 't2' });
    const reading = at(twice, '2026-11-21T09:30:00Z');
    expect(outcome(second, { reading, others: [first] })).toMatchObject({
      state: 'credited',
      rises: [{ by: GB }],
    });
  });
});

describe('a top-up that came to its end', () => {
  const ended = bought(BEFORE, { state: 'credited', settledAt: '2026-11-21T09:00:00Z', dismissed: true });

  it('is asked about after an hour, and after 1, 3, 7, 14 and 30 days, with a poll that goes anyway', () => {
    const looks = (lastRead: string, now: string) => wantsSecondLook(ended, lastRead, now);
    expect(looks('2026-11-21T09:00:00Z', '2026-11-21T09:59:00Z')).toBe(false);
    expect(looks('2026-11-21T09:59:00Z', '2026-11-21T10:59:00Z')).toBe(true);
    expect(looks('2026-11-21T10:59:00Z', '2026-11-22T08:00:00Z')).toBe(false);
    expect(looks('2026-11-25T09:00:00Z', '2026-11-28T09:00:00Z')).toBe(true);
    expect(looks('2026-12-22T09:00:00Z', '2027-02-01T09:00:00Z')).toBe(false);
    expect(wantsSecondLook({ ...ended, checkoutId: null }, null, '2026-12-21T09:00:00Z')).toBe(false);
  });

  it('and was refunded stands before the person again', () => {
    expect(outcome(ended, { checkout: aCheckout('refunded') })).toMatchObject({
      state: 'refunded',
      dismissed: false,
      settledAt: '2026-11-21T12:00:00Z',
    });
  });
});
