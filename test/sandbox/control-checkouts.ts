import type { Carrier } from './carrier.ts';
import { findCheckout, receiptNumber } from './checkout-store.ts';
import { creditCheckout, expireCheckout, failCheckout, markPaid, refundCheckout } from './checkouts.ts';
import type { CheckoutState } from './control-types.ts';
import { Problem } from './problems.ts';
import { json } from './reply.ts';
import { jsonBody, type Route, type SandboxRequest } from './router.ts';
import type { CheckoutRow } from './rows.ts';
import { habits } from './settings.ts';
import type { PaymentMethod } from './vocabulary.ts';

/** Control over checkouts: what the carrier's back office would do. */
export function checkoutControlRoutes(carrier: Carrier): Route[] {
  const { db } = carrier;
  return [
    {
      method: 'GET',
      pattern: '/control/checkouts',
      handle: ({ origin }) => {
        const rows = db.all<CheckoutRow>('SELECT * FROM checkouts ORDER BY opened_at DESC, rowid DESC');
        return json({ checkouts: rows.map((row) => told(carrier, row, origin)) });
      },
    },
    { method: 'POST', pattern: '/control/checkouts/:id', handle: (request) => settle(carrier, request) },
  ];
}

function told({ db }: Carrier, row: CheckoutRow, origin: string): CheckoutState {
  return {
    id: row.id,
    lineId: row.line_id,
    status: row.status,
    offerId: row.offer_id,
    amount: row.amount,
    currency: row.currency,
    method: row.method as PaymentMethod | null,
    receiptNumber: receiptNumber(db, row.id),
    url: `${habits(db).checkoutOrigin ?? origin}/checkout/${row.id}`,
  };
}

function settle(carrier: Carrier, request: SandboxRequest) {
  const { db, clock } = carrier;
  const { status, reason = 'The payment was refused' } = jsonBody(request);
  const id = request.params.id ?? '';
  const before = findCheckout(db, id);
  if (!before) throw new Problem('unknown-checkout');
  const now = clock.now();
  const unpaid = before.paid_at === null;
  // what follows a payment brings the payment with it
  if (unpaid && ['paid', 'credited', 'refunded'].includes(String(status))) markPaid(db, id, now, {});
  if (status === 'credited' && before.credited_at === null) creditCheckout(db, id, now);
  else if (status === 'refunded' && before.refunded_at === null) refundCheckout(db, id, now);
  else if (status === 'failed' && unpaid) failCheckout(db, id, String(reason));
  else if (status === 'expired' && unpaid) expireCheckout(db, id);
  else if (status !== 'paid' || !unpaid) throw new Problem('checkout-settled', `is ${before.status}`);
  return json(told(carrier, findCheckout(db, id) ?? before, request.origin));
}
