import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKOUT_STATUSES, type Checkout, type Offer } from '../../utils/domain/offers.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { isPending, settle } from '../../utils/domain/top-up-outcome.ts';
import { aCheckout, aDataBucket, aReading, aTopUp, GB } from '../support/records.ts';

const NOW = '2026-11-21T09:05:00Z';
const offer: Offer = {
  id: 'o1',
  name: '5 GB',
  kind: 'bundle',
  data: 5 * GB,
  voice: null,
  sms: null,
  validityDays: 30,
  recurring: false,
  price: { amount: 1000, currency: 'EUR' },
  promotion: null,
};
const before = aReading({ buckets: [aDataBucket(GB, GB)], credit: { amount: 0, currency: 'EUR' } });
const withData = aReading({
  ...before,
  buckets: [aDataBucket(GB, GB), aDataBucket(5 * GB, 0, { id: 'new' })],
});
const withCredit = aReading({ ...before, credit: { amount: 1000, currency: 'EUR' } });

const bought = (rest: Partial<TopUp> = {}) => aTopUp({ offer, price: offer.price, before, ...rest });

function outcome(
  topUp: TopUp,
  checkout: Checkout | null,
  reading: Reading | null = before,
  now = NOW,
): TopUp {
  return settle({ topUp, reading, checkout, now });
}

describe('a top-up is credited', () => {
  it('by the carrier’s word on the checkout, with its instants and its receipt', () => {
    const checkout = aCheckout('credited', {
      paidAt: '2026-11-21T09:02:00Z',
      creditedAt: '2026-11-21T09:03:00Z',
      receiptNumber: 'R-7',
    });
    expect(outcome(bought({ nextWatchAt: NOW }), checkout, withData)).toMatchObject({
      state: 'credited',
      paidAt: '2026-11-21T09:02:00Z',
      creditedAt: '2026-11-21T09:03:00Z',
      settledAt: NOW,
      nextWatchAt: null,
      receiptNumber: 'R-7',
      after: withData,
      rises: [{ what: 'data', by: 5 * GB }],
    });
  });

  it('by the rise of what was bought, where the checkout is paid or cannot be asked', () => {
    for (const checkout of [null, aCheckout('paid')]) {
      expect(outcome(bought(), checkout, withData)).toMatchObject({ state: 'credited', creditedAt: NOW });
    }
  });

  it('by any real rise, where only a link was opened', () => {
    const link = aTopUp({ checkoutId: null, idempotencyKey: null, before });
    expect(outcome(link, null, withData).state).toBe('credited');
    expect(outcome(link, null, withCredit).state).toBe('credited');
    const valid = (at: string, estimated = false) => aReading({ validUntil: { at, estimated } });
    const number = { ...link, before: valid('2026-12-01T00:00:00Z') };
    expect(outcome(number, null, valid('2027-03-01T00:00:00Z')).state).toBe('credited');
    expect(outcome(number, null, valid('2026-12-03T00:00:00Z')).state).toBe('open');
    const guessed = { ...link, before: valid('2026-12-01T00:00:00Z', true) };
    expect(outcome(guessed, null, valid('2027-03-01T00:00:00Z', true)).state).toBe('open');
  });

  it('by credit, for an amount of money', () => {
    const amount = aTopUp({ price: { amount: 1000, currency: 'EUR' }, before });
    expect(outcome(amount, aCheckout('paid'), withCredit).state).toBe('credited');
    expect(outcome(amount, aCheckout('paid'), withData).state).toBe('paid');
    const credit: Offer = { ...offer, kind: 'credit', data: null };
    expect(outcome(bought({ offer: credit }), null, withCredit).state).toBe('credited');
  });

  it('even after it was overdue', () => {
    expect(outcome(bought({ state: 'overdue' }), aCheckout('credited')).state).toBe('credited');
    expect(outcome(bought({ state: 'overdue' }), null, withData).state).toBe('credited');
  });
});

describe('a top-up is not credited', () => {
  it('by being paid alone', () => {
    expect(outcome(bought(), aCheckout('paid'))).toMatchObject({
      state: 'paid',
      paidAt: NOW,
      creditedAt: null,
    });
  });

  it('by a small gift, or by something else than what was bought', () => {
    const gift = aReading({
      ...before,
      buckets: [aDataBucket(GB, GB), aDataBucket(0.01 * GB, 0, { id: 'gift' })],
    });
    expect(outcome(bought(), aCheckout('paid'), gift).state).toBe('paid');
    expect(outcome(bought(), aCheckout('paid'), withCredit).state).toBe('paid');
    const half = { ...offer, voice: 600 };
    expect(outcome(bought({ offer: half }), null, withData).state).toBe('open');
  });

  it('by a rise while the carrier says that it is unpaid or was refused', () => {
    expect(outcome(bought(), aCheckout('open'), withData).state).toBe('open');
    expect(outcome(bought(), aCheckout('failed'), withData).state).toBe('failed');
  });

  it('without a reading from before', () => {
    expect(outcome(aTopUp({ checkoutId: null, idempotencyKey: null }), null, withData).state).toBe('open');
  });
});

describe('a top-up that does not come', () => {
  it('is overdue 30 minutes after it was paid', () => {
    const paid = bought({ state: 'paid', paidAt: '2026-11-21T09:01:00Z' });
    expect(outcome(paid, null, before, '2026-11-21T09:30:59Z').state).toBe('paid');
    expect(outcome(paid, aCheckout('paid'), before, '2026-11-21T09:31:00Z')).toMatchObject({
      state: 'overdue',
      settledAt: null,
    });
  });

  it('is overdue 72 hours after it was opened, when nothing proves anything', () => {
    const link = aTopUp({ checkoutId: null, idempotencyKey: null, before });
    expect(outcome(link, null, before, '2026-11-24T08:59:59Z').state).toBe('open');
    expect(outcome(link, null, before, '2026-11-24T09:00:00Z').state).toBe('overdue');
    expect(outcome(bought(), aCheckout('open'), before, '2026-11-24T09:00:00Z').state).toBe('overdue');
  });

  it('is expired, when the carrier still says unpaid long after the checkout ended', () => {
    const closed = bought({ expiresAt: '2026-11-21T10:00:00Z' });
    expect(outcome(closed, aCheckout('open'), before, '2026-11-24T09:00:00Z').state).toBe('expired');
    expect(outcome(closed, aCheckout('open'), before, '2026-11-21T11:00:00Z').state).toBe('open');
  });

  it('is refused or expired by the carrier’s word', () => {
    const refused = aCheckout('failed', { failureReason: 'declined' });
    expect(outcome(bought(), refused)).toMatchObject({
      state: 'failed',
      settledAt: NOW,
      failureReason: 'declined',
    });
    expect(outcome(bought(), aCheckout('expired'))).toMatchObject({ state: 'expired', settledAt: NOW });
  });

  it('is refunded, before or after it was credited', () => {
    expect(outcome(bought({ state: 'overdue' }), aCheckout('refunded')).state).toBe('refunded');
    const credited = outcome(bought(), aCheckout('credited'));
    expect(outcome(credited, aCheckout('refunded'), before, '2026-11-22T09:00:00Z')).toMatchObject({
      state: 'refunded',
      creditedAt: credited.creditedAt,
      settledAt: '2026-11-22T09:00:00Z',
    });
  });
});

describe('a carrier that goes back on its word', () => {
  it('does not undo a payment with "open" or "expired"', () => {
    const paid = bought({ state: 'paid', paidAt: '2026-11-21T09:01:00Z' });
    expect(outcome(paid, aCheckout('open')).state).toBe('paid');
    expect(outcome(paid, aCheckout('expired')).state).toBe('paid');
    expect(outcome(bought({ state: 'overdue' }), aCheckout('open')).state).toBe('overdue');
  });

  it('can still credit what it had called failed, or what the person gave up', () => {
    for (const state of ['failed', 'expired', 'abandoned'] as const) {
      const ended = bought({ state, settledAt: '2026-11-21T09:02:00Z' });
      expect(outcome(ended, aCheckout('credited')).state).toBe('credited');
      expect(outcome(ended, aCheckout('open'))).toBe(ended);
      expect(outcome(ended, null, withData)).toBe(ended);
    }
  });

  it('never takes a credit back, except by a refund', () => {
    const checkout = fc.constantFrom(...CHECKOUT_STATUSES).map((status) => aCheckout(status));
    const step = fc.tuple(
      fc.option(checkout, { nil: null }),
      fc.constantFrom(before, withData, withCredit, null),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let topUp = bought();
        let hour = 10;
        for (const [word, reading] of steps) {
          hour += 1;
          const now = `2026-11-2${Math.floor(hour / 24) + 1}T${String(hour % 24).padStart(2, '0')}:00:00Z`;
          const next = outcome(topUp, word, reading, now);
          if (topUp.state === 'refunded') expect(next.state).toBe('refunded');
          if (topUp.state === 'credited')
            expect(next.state).toBe(word?.status === 'refunded' ? 'refunded' : 'credited');
          const proof = word?.status === 'credited' || reading === withData;
          if (next.state === 'credited' && topUp.state !== 'credited') expect(proof).toBe(true);
          expect(isPending(next)).toBe(next.settledAt === null);
          topUp = next;
        }
      }),
      { seed: 81, numRuns: 1000 },
    );
  });
});

it('a top-up of which nothing new is known stays the very same', () => {
  const topUp = bought({ state: 'paid', paidAt: '2026-11-21T09:01:00Z' });
  expect(outcome(topUp, null, before)).toBe(topUp);
  expect(outcome(topUp, aCheckout('paid'), before)).toBe(topUp);
});
