import { describe, expect, it } from 'vitest';
import { carrierReceiptText } from '../../utils/domain/carrier-receipt-text.ts';
import { joinReceipts, ownRow, receiptAt } from '../../utils/domain/carrier-receipts.ts';
import { aCheckout, aTopUp } from '../support/records.ts';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const on = (id: string, day: string | null) =>
  aCheckout('credited', { id, openedAt: null, paidAt: day && `2026-11-${day}T09:00:00Z` });
const ids = (receipts: readonly { id: string }[]) => receipts.map(({ id }) => id);

describe('the carrier’s list of receipts', () => {
  it('stands newest first, and what has no date comes last', () => {
    expect(ids(joinReceipts([], [on('none', null), on('old', '02'), on('new', '20')]))).toEqual([
      'new',
      'old',
      'none',
    ]);
  });

  it('holds each once when a page moved meanwhile, as it was told last', () => {
    const refunded = { ...on('b', '10'), status: 'refunded' as const };
    const all = joinReceipts([on('a', '20'), on('b', '10')], [refunded, on('c', '05')]);
    expect(ids(all)).toEqual(['a', 'b', 'c']);
    expect(all[1]?.status).toBe('refunded');
  });

  it('is dated by the payment, else by what else is told', () => {
    const opened = aCheckout('paid', { openedAt: '2026-11-01T09:00:00Z' });
    expect(receiptAt(opened)).toBe('2026-11-01T09:00:00Z');
    expect(receiptAt({ ...opened, paidAt: '2026-11-01T09:05:00Z' })).toBe('2026-11-01T09:05:00Z');
  });
});

describe('what this computer knows of a receipt', () => {
  const told = aCheckout('credited', { id: 'c1', receiptNumber: 'R-1' });

  it('is the top-up of the same checkout, also while its number is not known here', () => {
    const row = aTopUp({ checkoutId: 'c1', receiptNumber: null });
    expect(ownRow(told, [aTopUp({ id: 't0', checkoutId: null }), row])).toBe(row);
  });

  it('is nothing when another carrier gave the same id', () => {
    expect(ownRow(told, [aTopUp({ checkoutId: 'c1', receiptNumber: 'X-9' })])).toBeNull();
    expect(ownRow(told, [])).toBeNull();
  });
});

describe('the evidence of a top-up that was made elsewhere', () => {
  const receipt = aCheckout('credited', {
    price: { amount: 1240, currency: 'EUR' },
    paidAt: '2026-11-21T09:02:00Z',
    creditedAt: '2026-11-21T09:04:05Z',
    receiptNumber: 'R-2026-7',
  });

  it('tells what the carrier told, and nothing of a balance', () => {
    const text = carrierReceiptText(receipt, 'Phone', wordsFor('en')).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(text).toBe(`Top-up receipt: Phone

Status: credited
Price: €12.40
Carrier’s receipt number: R-2026-7
Checkout number: c1
Opened: Nov 21, 2026, 9:00:00 AM UTC
Paid: Nov 21, 2026, 9:02:00 AM UTC
Credited: Nov 21, 2026, 9:04:05 AM UTC
From payment to credit: 2 min, 5 sec

Figures as the carrier’s own account service gave them, noted by Data Balance.
`);
  });

  it.each(LANGUAGE_NAMES)('leaves out in %s what the carrier does not tell', (language) => {
    const bare = aCheckout('paid', { openedAt: null, creditedAt: '2026-11-21T09:04:05Z' });
    const text = carrierReceiptText(bare, 'Phone', wordsFor(language));
    expect(text).not.toMatch(/null|undefined|NaN|1970/);
  });
});
