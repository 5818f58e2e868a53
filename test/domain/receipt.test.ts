import { describe, expect, it } from 'vitest';
import { receiptText } from '../../utils/domain/receipt.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { TOP_UP_STATES } from '../../utils/domain/top-up.ts';
import { aBucket, aDataBucket, aReading, aTopUp, GB, MB } from '../support/records.ts';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const credited: TopUp = aTopUp({
  state: 'credited',
  offer: {
    id: 'o1',
    name: 'Weekend 5 GB',
    kind: 'bundle',
    data: 5 * GB,
    voice: 60,
    sms: null,
    validityDays: 3,
    recurring: false,
    price: { amount: 1240, currency: 'EUR' },
    promotion: null,
  },
  price: { amount: 1240, currency: 'EUR' },
  paidAt: '2026-11-21T09:02:00Z',
  creditedAt: '2026-11-21T09:04:05Z',
  settledAt: '2026-11-21T09:04:10Z',
  receiptNumber: 'R-2026-7',
  before: aReading({
    asOf: '2026-11-21T08:55:00Z',
    buckets: [aDataBucket(GB, 960 * MB), aBucket({ id: 'r', label: 'Roaming' })],
    credit: { amount: 150, currency: 'GBP' },
  }),
  after: aReading({
    buckets: [aDataBucket(6 * GB, 960 * MB), aBucket({ id: 'u', label: 'Chat', unlimited: true })],
    validUntil: { at: '2027-02-19T00:00:00Z', estimated: false },
  }),
  rises: [
    { what: 'data', label: 'Main', by: 5 * GB, currency: null, until: null },
    { what: 'voice', label: 'Calls', by: 3600, currency: null, until: null },
    { what: 'sms', label: 'Texts', by: 1500, currency: null, until: null },
    { what: 'credit', label: '', by: 500, currency: 'GBP', until: null },
    { what: 'data', label: 'Chat', by: null, currency: null, until: null },
    { what: 'validity', label: '', by: null, currency: null, until: '2027-02-19T00:00:00Z' },
  ],
});

const english = (topUp: TopUp, zone?: string) =>
  receiptText(topUp, wordsFor('en'), 'decimal', zone).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the receipt of a top-up', () => {
  it('tells what was bought where and when, before, after, and what that came to', () => {
    expect(english(credited)).toBe(`Top-up receipt: Phone

Status: credited
Bought: Weekend 5 GB
Price: €12.40
Payment page: pay.example
Carrier’s receipt number: R-2026-7
Checkout number: c1
Opened: Nov 21, 2026, 9:00:00 AM UTC
Paid: Nov 21, 2026, 9:02:00 AM UTC
Credited: Nov 21, 2026, 9:04:05 AM UTC
From payment to credit: 2 min, 5 sec

Before:
  Measured by the carrier: Nov 21, 2026, 8:55:00 AM UTC
  Main: 40 MB left of 1 GB
  Roaming: not known
  Credit: £1.50
After:
  Main: 5.04 GB left of 6 GB
  Chat: unlimited
  Number valid until: Feb 19, 2027, 12:00:00 AM UTC
Difference:
  Main: +5 GB
  Calls: +60 min
  Texts: +1,500
  Credit: +£5.00
  Chat: unlimited
  Number valid until: Feb 19, 2027, 12:00:00 AM UTC

Figures as the carrier’s own account service gave them, noted by Data Balance.
`);
  });

  it('says what is not known, and never claims a credit', () => {
    const overdue = aTopUp({ state: 'overdue', paidAt: '2026-11-21T09:02:00Z', host: 'pay.example' });
    const text = english(overdue);
    expect(text).toContain('Status: overdue: not credited in time\n');
    expect(text).toContain('Before: not known\nAfter: not known\nDifference: not known\n');
    expect(text).not.toMatch(/^(Credited|Ended|From|Price|Bought)/m);
  });

  it('says when nothing rose, why a payment failed, and when a refund came', () => {
    const before = aReading({ buckets: [aDataBucket(GB, 0)] });
    expect(english(aTopUp({ state: 'credited', before, after: before }))).toContain(
      'Difference: none seen\n',
    );
    const failed = aTopUp({ state: 'failed', failureReason: 'declined', settledAt: '2026-11-21T09:01:00Z' });
    expect(english(failed)).toMatch(
      /Reason given by the carrier: declined\n[\s\S]*Ended: Nov 21, 2026, 9:01:00/,
    );
    const refunded = { ...credited, state: 'refunded', settledAt: '2026-11-22T09:00:00Z' } as const;
    expect(english(refunded)).toMatch(/Credited: Nov 21[^\n]*\nEnded: Nov 22/);
  });

  it('tells instants in the zone of the person, and names it', () => {
    expect(english(credited, 'Asia/Taipei')).toContain('Opened: Nov 21, 2026, 5:00:00 PM GMT+8\n');
  });

  it('counts from the opening where the payment has no instant, and never below zero', () => {
    const link = aTopUp({ state: 'credited', creditedAt: '2026-11-21T09:30:00Z' });
    expect(english(link)).toContain('From opening to credit: 30 min\n');
    const odd = aTopUp({
      state: 'credited',
      paidAt: '2026-11-21T09:31:00Z',
      creditedAt: '2026-11-21T09:30:00Z',
    });
    expect(english(odd)).not.toContain('From payment');
  });

  it('counts data in 1024 where the person chose so', () => {
    expect(receiptText(credited, wordsFor('en'), 'binary')).toContain('GiB');
  });

  it.each(LANGUAGE_NAMES)('has words for every outcome in %s, and none is left to fill in', (language) => {
    for (const state of TOP_UP_STATES) {
      const text = receiptText({ ...credited, state }, wordsFor(language), 'decimal');
      expect(text).not.toMatch(/\$\d|undefined|null/);
      expect(text).toContain('R-2026-7');
    }
  });
});
