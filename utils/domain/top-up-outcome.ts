import { HOUR, type Instant, MINUTE, toMs } from './instant.ts';
import type { Checkout } from './offers.ts';
import type { Reading } from './reading.ts';
import type { TopUp } from './top-up.ts';
import { type Compared, proofOf, risesSince } from './top-up-figures.ts';

/** Paid for this long without a credit is overdue. */
export const OVERDUE_AFTER_PAID = 30 * MINUTE;
/** The answer to an order comes sooner than this, or never. */
const OPENING_TAKES = 2 * MINUTE;
/** Open for this long without any proof is overdue. */
export const OVERDUE_AFTER_OPENED = 72 * HOUR;

export interface SettleInput extends Partial<Compared> {
  topUp: TopUp;
  /** a reading taken after the top-up was opened; null = none yet */
  reading: Reading | null;
  /** the carrier's word on the checkout; null = not asked, or a plain link */
  checkout: Checkout | null;
  now: Instant;
}

/** An end is told, though its card was closed while it was overdue: it is news since. */
const END = { nextWatchAt: null, dismissed: false };

/** Still to be watched: nothing final is known of it. */
export function isPending(topUp: TopUp): boolean {
  return topUp.state === 'open' || topUp.state === 'paid' || topUp.state === 'overdue';
}

/** Credited by the carrier's word alone: its figures do not show it yet, and the receipt lacks what was added. */
export function awaitsFigures({ state, before, after }: TopUp): boolean {
  return state === 'credited' && before !== null && after === null;
}

/** To be asked about again: it is pending, or the figures of its receipt are still to come. */
export function isWatched(topUp: TopUp): boolean {
  return isPending(topUp) || awaitsFigures(topUp);
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

/**
 * The account API alone proves a credit: its word on the checkout, or the figures of what was bought. By its word
 * alone the figures are waited for; a reading without them would be no evidence of what was added.
 */
function credited(facts: TopUp, input: SettleInput): TopUp | null {
  const { topUp, reading, checkout, now } = input;
  const word = checkout?.status === 'credited';
  const silent = checkout === null || checkout.status === 'paid';
  const rises = word || silent ? proofOf(input) : null;
  if (!word && !rises) return null;
  const seen = rises !== null || topUp.before === null;
  const end = { ...facts, ...END, state: 'credited' as const, settledAt: now };
  const at = checkout?.creditedAt ?? now;
  return { ...end, creditedAt: at, after: seen ? reading : null, rises: rises ?? [] };
}

function settlePending(input: SettleInput): TopUp {
  const { topUp, checkout, now } = input;
  const facts = withFacts(topUp, checkout, now);
  const end = (state: TopUp['state']): TopUp => ({ ...facts, ...END, state, settledAt: now });
  if (wasNeverShown(topUp, now)) return end('abandoned');
  const arrived = credited(facts, input);
  if (arrived) return arrived;
  if (checkout?.status === 'failed') return end('failed');
  if (checkout?.status === 'refunded') return end('refunded');
  if (isExpired(facts, checkout, now)) return end('expired');
  if (topUp.state === 'overdue' || isOverdue(facts, now)) return { ...facts, state: 'overdue' };
  return { ...facts, state: facts.paidAt ? 'paid' : topUp.state };
}

/** The figures that were waited for; when nobody watches any longer, those that there are. */
function withFigures(input: SettleInput): TopUp {
  const { topUp, reading, now } = input;
  if (!reading || !awaitsFigures(topUp)) return topUp;
  const late = toMs(now) - toMs(topUp.openedAt) >= OVERDUE_AFTER_OPENED;
  const rises = proofOf(input) ?? (late ? risesSince(input) : null);
  return rises ? { ...topUp, after: reading, rises, nextWatchAt: null } : topUp;
}

/** An end that the carrier itself has overtaken: a late payment, or money that went back. */
function settleAgain(input: SettleInput): TopUp {
  const { topUp, checkout, now } = input;
  const stillOpen = topUp.state !== 'credited' && topUp.state !== 'refunded';
  if (stillOpen && (checkout?.status === 'paid' || checkout?.status === 'credited')) {
    return settlePending({ ...input, topUp: { ...topUp, state: 'open', settledAt: null, dismissed: false } });
  }
  const receiptNumber = topUp.receiptNumber ?? checkout?.receiptNumber ?? null;
  if (topUp.state === 'refunded' || checkout?.status !== 'refunded')
    return { ...withFigures(input), receiptNumber };
  return { ...withFacts(topUp, checkout, now), ...END, state: 'refunded', settledAt: now };
}

/** What time alone makes of it, where nobody can be asked: "paid, the balance is watched" does not stand for good. */
export function settleByTime(topUp: TopUp, now: Instant): TopUp {
  return settle({ topUp, reading: null, checkout: null, now });
}

/**
 * The top-up as it stands with what is known now; the same object when nothing changed. A return address or a
 * page never counts. A credited top-up stays credited whatever status follows, but for a refund.
 */
export function settle(input: SettleInput): TopUp {
  const { topUp } = input;
  const next = isPending(topUp) ? settlePending(input) : settleAgain(input);
  return JSON.stringify(next) === JSON.stringify(topUp) ? topUp : next;
}
