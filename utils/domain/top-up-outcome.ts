import { HOUR, type Instant, MINUTE, toMs } from './instant.ts';
import type { Checkout } from './offers.ts';
import type { Reading } from './reading.ts';
import { risesBetween } from './rises.ts';
import type { Rise, TopUp } from './top-up.ts';
import { provesTopUp } from './top-up-proof.ts';

/** Paid for this long without a credit is overdue. */
export const OVERDUE_AFTER_PAID = 30 * MINUTE;
/** The answer to an order comes sooner than this, or never. */
const OPENING_TAKES = 2 * MINUTE;
/** Open for this long without any proof is overdue. */
export const OVERDUE_AFTER_OPENED = 72 * HOUR;

export interface SettleInput {
  topUp: TopUp;
  /** a reading taken after the top-up was opened; null = none yet */
  reading: Reading | null;
  /** the carrier's word on the checkout; null = not asked, or a plain link */
  checkout: Checkout | null;
  now: Instant;
}

/** Still to be watched: nothing final is known of it. */
export function isPending(topUp: TopUp): boolean {
  return topUp.state === 'open' || topUp.state === 'paid' || topUp.state === 'overdue';
}

/** What the carrier tells besides the state. Nothing that was known is forgotten. */
function withFacts(topUp: TopUp, checkout: Checkout | null, now: Instant): TopUp {
  if (!checkout) return topUp;
  const paid = checkout.status === 'paid' || checkout.status === 'credited';
  return {
    ...topUp,
    price: topUp.price ?? checkout.price,
    paidAt: checkout.paidAt ?? topUp.paidAt ?? (paid ? now : null),
    receiptNumber: checkout.receiptNumber ?? topUp.receiptNumber,
    failureReason: checkout.failureReason ?? topUp.failureReason,
  };
}

/** The background died while the checkout was being opened: its page was never shown, so nobody paid there. */
function wasNeverShown({ idempotencyKey, checkoutId, openedAt }: TopUp, now: Instant): boolean {
  return idempotencyKey !== null && checkoutId === null && toMs(now) - toMs(openedAt) > OPENING_TAKES;
}

function isOverdue(topUp: TopUp, now: Instant): boolean {
  if (topUp.paidAt) return toMs(now) - toMs(topUp.paidAt) >= OVERDUE_AFTER_PAID;
  return toMs(now) - toMs(topUp.openedAt) >= OVERDUE_AFTER_OPENED;
}

/** The carrier says that it was never paid; a checkout that was paid once cannot come to this. */
function isExpired(topUp: TopUp, checkout: Checkout | null, now: Instant): boolean {
  if (topUp.paidAt) return false;
  if (checkout?.status === 'expired') return true;
  const past = topUp.expiresAt !== null && toMs(now) > toMs(topUp.expiresAt);
  return checkout?.status === 'open' && past && isOverdue(topUp, now);
}

/** The account API alone proves a credit: its word on the checkout, or the figures of what was bought. */
function isCredited(topUp: TopUp, checkout: Checkout | null, rises: readonly Rise[]): boolean {
  if (checkout?.status === 'credited') return true;
  const silent = checkout === null || checkout.status === 'paid';
  return silent && provesTopUp(topUp, rises);
}

function settlePending({ topUp, reading, checkout, now }: SettleInput): TopUp {
  const facts = withFacts(topUp, checkout, now);
  const end = (state: TopUp['state']): TopUp => ({ ...facts, state, settledAt: now, nextWatchAt: null });
  if (wasNeverShown(topUp, now)) return end('abandoned');
  const rises = reading && topUp.before ? risesBetween(topUp.before, reading, now) : [];
  if (isCredited(topUp, checkout, rises)) {
    return { ...end('credited'), creditedAt: checkout?.creditedAt ?? now, after: reading, rises };
  }
  if (checkout?.status === 'failed') return end('failed');
  if (isExpired(facts, checkout, now)) return end('expired');
  if (topUp.state === 'overdue' || isOverdue(facts, now)) return { ...facts, state: 'overdue' };
  return { ...facts, state: facts.paidAt ? 'paid' : topUp.state };
}

/** An end that the carrier itself has overtaken: a late payment, or money that went back. */
function settleAgain(input: SettleInput): TopUp {
  const { topUp, checkout, now } = input;
  const stillOpen = topUp.state !== 'credited' && topUp.state !== 'refunded';
  if (stillOpen && (checkout?.status === 'paid' || checkout?.status === 'credited')) {
    return settlePending({ ...input, topUp: { ...topUp, state: 'open', settledAt: null } });
  }
  const receiptNumber = topUp.receiptNumber ?? checkout?.receiptNumber ?? null;
  if (topUp.state === 'refunded' || checkout?.status !== 'refunded') return { ...topUp, receiptNumber };
  return { ...withFacts(topUp, checkout, now), state: 'refunded', settledAt: now };
}

/**
 * The top-up as it stands with what is known now; the same object when nothing changed. A return address or a
 * page never counts. A credited top-up stays credited whatever status follows, but for a refund.
 */
export function settle(input: SettleInput): TopUp {
  const { topUp, checkout, now } = input;
  const refunded = checkout?.status === 'refunded' && isPending(topUp);
  const next = refunded
    ? { ...withFacts(topUp, checkout, now), state: 'refunded' as const, settledAt: now, nextWatchAt: null }
    : isPending(topUp)
      ? settlePending(input)
      : settleAgain(input);
  return JSON.stringify(next) === JSON.stringify(topUp) ? topUp : next;
}
