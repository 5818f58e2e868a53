import type { Carrier } from './carrier.ts';
import { findCheckout, priceOf, receiptNumber } from './checkout-store.ts';
import {
  confirmationPage,
  goneCheckoutPage,
  type OrderSummary,
  paymentPage,
  resultPage,
} from './checkout-views.ts';
import { confirmCheckout, payCheckout } from './checkouts.ts';
import { type Reply, redirect } from './reply.ts';
import type { Route, SandboxRequest } from './router.ts';
import type { LineRow, OfferRow } from './rows.ts';
import { PAYMENT_METHODS, PAYMENT_OUTCOMES } from './vocabulary.ts';

/** The hosted checkout: whoever holds its opaque address may pay, and nobody learns anything else from it. */
export function checkoutPageRoutes(carrier: Carrier): Route[] {
  const shown =
    (show: (order: OrderSummary, request: SandboxRequest) => Reply) => (request: SandboxRequest) => {
      const order = summaryOf(carrier, request.params.id ?? '');
      return order ? show(order, request) : goneCheckoutPage();
    };
  return [
    { method: 'GET', pattern: '/checkout/:id', handle: shown(firstPage) },
    { method: 'POST', pattern: '/checkout/:id/pay', handle: shown((order, r) => pay(carrier, order, r)) },
    {
      method: 'POST',
      pattern: '/checkout/:id/confirm',
      handle: shown((order, r) => confirm(carrier, order, r)),
    },
    { method: 'GET', pattern: '/checkout/:id/done', handle: shown(resultPage) },
  ];
}

function firstPage(order: OrderSummary): Reply {
  if (order.checkout.status !== 'open') return resultPage(order);
  return order.checkout.confirming ? confirmationPage(order) : paymentPage(order);
}

function pay({ db, clock }: Carrier, order: OrderSummary, request: SandboxRequest): Reply {
  const { checkout } = order;
  if (checkout.status !== 'open' || checkout.confirming) return redirect(`/checkout/${checkout.id}`);
  const form = new URLSearchParams(request.body);
  const method = PAYMENT_METHODS.find((one) => one === form.get('method'));
  const outcome = PAYMENT_OUTCOMES.find((one) => one === form.get('outcome'));
  const delay = form.get('delaySeconds') ?? '';
  if (!method || !outcome) return paymentPage(order, 'Choose how to pay and what the payment shall do.');
  if (!/^\d{0,7}$/.test(delay)) return paymentPage(order, 'The delay is a number of seconds.');
  const delaySeconds = delay === '' ? null : Number(delay);
  payCheckout(db, checkout.id, { method, outcome, delaySeconds }, clock.now());
  return redirect(outcome === 'confirm' ? `/checkout/${checkout.id}` : `/checkout/${checkout.id}/done`);
}

function confirm({ db, clock }: Carrier, { checkout }: OrderSummary, request: SandboxRequest): Reply {
  if (checkout.status === 'open' && checkout.confirming) {
    const accept = new URLSearchParams(request.body).get('decision') === 'accept';
    confirmCheckout(db, checkout.id, accept, clock.now());
  }
  return redirect(`/checkout/${checkout.id}/done`);
}

function summaryOf({ db }: Carrier, id: string): OrderSummary | null {
  const checkout = findCheckout(db, id);
  const line = checkout && db.get<LineRow>('SELECT * FROM lines WHERE id = ?', checkout.line_id);
  if (!line) return null;
  const offer = db.get<OfferRow>('SELECT * FROM offers WHERE id = ?', checkout.offer_id ?? '');
  const promotion = offer ? priceOf(offer, checkout.opened_at).promotion : null;
  return {
    checkout,
    lineName: `${line.label} ${line.number_masked ?? line.device_id_masked ?? ''}`.trim(),
    what: offer?.name ?? 'Credit',
    priceBefore: promotion?.priceBefore?.amount ?? null,
    receipt: receiptNumber(db, id),
  };
}
