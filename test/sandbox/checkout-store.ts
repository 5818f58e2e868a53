import { instant, instantOrNull } from './clock.ts';
import type { Database } from './database.ts';
import { opaqueId } from './random.ts';
import type { CheckoutRow, LineRow, OfferRow } from './rows.ts';

export function findCheckout(db: Database, id: string): CheckoutRow | null {
  return db.get<CheckoutRow>('SELECT * FROM checkouts WHERE id = ?', id);
}

export function newCheckout(
  order: Pick<CheckoutRow, 'account_id' | 'line_id' | 'offer_id' | 'amount' | 'currency' | 'auto_renew'>,
  openedAt: number,
  expiresAt: number,
): CheckoutRow {
  return {
    ...order,
    id: opaqueId(),
    status: 'open',
    method: null,
    confirming: 0,
    failure_reason: null,
    opened_at: openedAt,
    expires_at: expiresAt,
    paid_at: null,
    credit_due_at: null,
    credited_at: null,
    refund_due_at: null,
    refunded_at: null,
  };
}

/** An automatic renewal is paid and credited in the same instant; answers its checkout's id. */
export function recordRenewal(db: Database, line: LineRow, offer: OfferRow, at: number): string {
  const checkout = newCheckout(
    {
      account_id: line.account_id,
      line_id: line.id,
      offer_id: offer.id,
      amount: priceOf(offer, at).amount,
      currency: offer.currency,
      auto_renew: 1,
    },
    at,
    at,
  );
  recordPaid(db, { ...checkout, status: 'credited', method: 'card', credited_at: at }, at);
  return checkout.id;
}

/** Stores a checkout as paid at that instant and issues its receipt. */
export function recordPaid(db: Database, checkout: CheckoutRow, at: number): void {
  db.put('checkouts', { ...checkout, paid_at: at });
  const row = db.get<{ count: number }>('SELECT count(*) AS count FROM receipts');
  const serial = String((row?.count ?? 0) + 1).padStart(6, '0');
  db.put('receipts', {
    number: `SB${new Date(at).getUTCFullYear()}-${serial}`,
    checkout_id: checkout.id,
    issued_at: at,
    amount: checkout.amount,
    currency: checkout.currency,
  });
}

export function receiptNumber(db: Database, checkoutId: string): string | null {
  const row = db.get<{ number: string }>('SELECT number FROM receipts WHERE checkout_id = ?', checkoutId);
  return row?.number ?? null;
}

/** Today's price of an offer, and its promotion while that lasts. */
export function priceOf(offer: OfferRow, now: number) {
  const { promotion_label: label, promotion_ends_at: endsAt, price_before: before } = offer;
  const running = label !== null && (endsAt === null || endsAt > now);
  const promotion = running
    ? {
        label,
        endsAt: instantOrNull(endsAt),
        priceBefore: before === null ? null : { amount: before, currency: offer.currency },
      }
    : null;
  return { amount: running ? offer.amount : (before ?? offer.amount), promotion };
}

/** A checkout as the account API tells it. */
export function checkoutAnswer(db: Database, checkout: CheckoutRow) {
  return {
    id: checkout.id,
    status: checkout.status,
    offerId: checkout.offer_id,
    price: { amount: checkout.amount, currency: checkout.currency },
    openedAt: instant(checkout.opened_at),
    paidAt: instantOrNull(checkout.paid_at),
    creditedAt: instantOrNull(checkout.credited_at),
    receiptNumber: receiptNumber(db, checkout.id),
    failureReason: checkout.failure_reason,
  };
}
