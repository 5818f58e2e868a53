import { findCheckout, recordPaid } from './checkout-store.ts';
import { DAY, SECOND } from './clock.ts';
import type { Database } from './database.ts';
import { addCredit, grantOffer, takeBack, touchValidity } from './grants.ts';
import { loadLine, offerOf, saveLine } from './line-model.ts';
import type { CheckoutRow } from './rows.ts';
import { habits } from './settings.ts';
import { runLine } from './simulation.ts';
import type { PaymentMethod, PaymentOutcome } from './vocabulary.ts';

const DECLINED: Record<PaymentMethod, string> = {
  card: 'The bank declined the card',
  paypal: 'PayPal refused the payment',
  alipay: 'Alipay refused the payment (余额不足)',
  wechat: 'WeChat Pay refused the payment (支付失败)',
};

/** Brings every checkout to where it stands at `now`: credited late, refunded, expired. */
export function settleDue(db: Database, now: number): void {
  const due = db.all<{ id: string; at: number; what: 'credit' | 'refund' | 'expire' }>(
    `SELECT id, credit_due_at AS at, 'credit' AS what FROM checkouts WHERE status = 'paid' AND credit_due_at <= ?1
     UNION ALL SELECT id, refund_due_at, 'refund' FROM checkouts WHERE status IN ('paid', 'credited') AND refund_due_at <= ?1
     UNION ALL SELECT id, expires_at, 'expire' FROM checkouts WHERE status = 'open' AND expires_at <= ?1
     ORDER BY at`,
    now,
  );
  for (const { id, at, what } of due) {
    if (what === 'credit') creditCheckout(db, id, at);
    else if (what === 'refund') refundCheckout(db, id, at);
    else expireCheckout(db, id);
  }
}

/** Plays a test payment. The checkout must be open. */
export function payCheckout(
  db: Database,
  id: string,
  payment: { method: PaymentMethod; outcome: PaymentOutcome; delaySeconds: number | null },
  now: number,
): void {
  const { method, outcome } = payment;
  const delay = (payment.delaySeconds ?? habits(db).creditDelaySeconds) * SECOND;
  if (outcome === 'abandon') return;
  change(db, id, { method, confirming: outcome === 'confirm' ? 1 : 0 });
  if (outcome === 'decline') failCheckout(db, id, DECLINED[method]);
  if (outcome === 'succeed') markPaid(db, id, now, { credit_due_at: now });
  if (outcome === 'late') markPaid(db, id, now, { credit_due_at: now + delay });
  if (outcome === 'refund')
    markPaid(db, id, now, { refund_due_at: now + (payment.delaySeconds ?? 0) * SECOND });
  settleDue(db, now);
}

/** The second confirmation. The checkout must wait for it. */
export function confirmCheckout(db: Database, id: string, accept: boolean, now: number): void {
  change(db, id, { confirming: 0 });
  if (accept) markPaid(db, id, now, { credit_due_at: now });
  else failCheckout(db, id, 'The second confirmation was refused');
  settleDue(db, now);
}

export function markPaid(db: Database, id: string, now: number, due: Partial<CheckoutRow>): void {
  const checkout = findCheckout(db, id);
  if (checkout) recordPaid(db, { ...checkout, ...due, status: 'paid', confirming: 0 }, now);
}

export function failCheckout(db: Database, id: string, reason: string): void {
  change(db, id, { status: 'failed', failure_reason: reason, confirming: 0 });
}

export function expireCheckout(db: Database, id: string): void {
  change(db, id, { status: 'expired', confirming: 0 });
}

/** Hands out what was paid for. The line lives up to that instant first. */
export function creditCheckout(db: Database, id: string, at: number): void {
  const checkout = findCheckout(db, id);
  if (!checkout) return;
  db.transaction(() => {
    runLine(db, checkout.line_id, at);
    const model = loadLine(db, checkout.line_id);
    if (!model) return;
    const offer = offerOf(model, checkout.offer_id);
    if (offer) grantOffer(model, { ...offer, amount: checkout.amount }, at, id);
    else {
      touchValidity(model, at);
      addCredit(model, checkout.amount);
    }
    const { line } = model;
    if (offer?.recurring && checkout.auto_renew !== null) {
      line.auto_enabled = checkout.auto_renew;
      line.auto_offer = offer.id;
      const end = offer.starts === 'period' ? line.period_end : at + (offer.validity_days ?? 30) * DAY;
      line.auto_next = checkout.auto_renew ? end : null;
    }
    saveLine(db, model);
    change(db, id, { status: 'credited', credited_at: at });
  });
}

/** Gives the money back, and takes back the data or credit where it had been handed out. */
export function refundCheckout(db: Database, id: string, at: number): void {
  const checkout = findCheckout(db, id);
  if (!checkout) return;
  db.transaction(() => {
    runLine(db, checkout.line_id, at);
    const model = loadLine(db, checkout.line_id);
    if (model && checkout.credited_at !== null) {
      takeBack(model, checkout, offerOf(model, checkout.offer_id), at);
      saveLine(db, model);
    }
    change(db, id, { status: 'refunded', refunded_at: at });
  });
}

function change(db: Database, id: string, patch: Partial<CheckoutRow>): void {
  const checkout = findCheckout(db, id);
  if (checkout) db.put('checkouts', { ...checkout, ...patch });
}
