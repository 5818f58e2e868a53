import { startQueued } from './buckets.ts';
import { DAY, nextMonth } from './clock.ts';
import type { LineModel } from './line-model.ts';
import { opaqueId } from './random.ts';
import type { BucketRow, OfferRow } from './rows.ts';

/** Gives a line what an offer holds, at the instant of the credit. */
export function grantOffer(model: LineModel, offer: OfferRow, at: number, checkoutId: string): void {
  touchValidity(model, at);
  if (offer.kind === 'credit') addCredit(model, offer.amount);
  else if (offer.starts === 'period') {
    model.line.period_day = new Date(at).getUTCDate();
    renewPeriod(model, offer, at);
  } else addBuckets(model, offer, at, checkoutId);
}

function addBuckets(model: LineModel, offer: OfferRow, at: number, checkoutId: string): void {
  const position = Math.max(-1, ...model.buckets.map((bucket) => bucket.position)) + 1;
  model.buckets.push(...bucketsOf(model, offer, checkoutId, position));
  startQueued(model.buckets, at);
}

export function addCredit(model: LineModel, amount: number): void {
  model.line.credit = (model.line.credit ?? 0) + amount;
}

/** A top-up keeps the number: its validity counts anew from that day. */
export function touchValidity(model: LineModel, at: number): void {
  if (model.line.lapse_days !== null) model.line.valid_until = at + model.line.lapse_days * DAY;
}

/** Takes back what a checkout has given. Credit may fall below zero where it was spent already. */
export function takeBack(
  model: LineModel,
  checkout: { id: string; amount: number },
  offer: OfferRow | null,
  at: number,
): void {
  if (!offer || offer.kind === 'credit') addCredit(model, -checkout.amount);
  else if (offer.starts === 'period') endPeriod(model, at);
  else model.buckets = model.buckets.filter((bucket) => bucket.checkout_id !== checkout.id);
  startQueued(model.buckets, at);
}

/** Fills the plan's buckets again and moves the period on. */
export function renewPeriod(model: LineModel, offer: OfferRow | null, at: number): void {
  const { line } = model;
  const end = nextMonth(at, line.period_day ?? new Date(at).getUTCDate());
  line.period_start = at;
  line.period_end = end;
  line.auto_next = line.auto_enabled ? end : null;
  for (const bucket of model.buckets.filter((b) => b.plan)) {
    bucket.total = granted(offer, bucket.kind) ?? bucket.total;
    bucket.used = 0;
    bucket.valid_from = at;
    bucket.valid_until = end;
  }
}

/** Ends the period and all that it holds. */
export function endPeriod(model: LineModel, at: number): void {
  Object.assign(model.line, { period_start: null, period_end: null, auto_enabled: 0, auto_next: null });
  for (const bucket of model.buckets.filter((b) => b.plan)) bucket.valid_until = at;
}

function granted(offer: OfferRow | null, kind: string): number | null {
  return kind === 'data' || kind === 'voice' || kind === 'sms' ? (offer?.[kind] ?? null) : null;
}

function bucketsOf(model: LineModel, offer: OfferRow, checkoutId: string, position: number): BucketRow[] {
  const kinds = (['data', 'voice', 'sms'] as const).filter((kind) => offer[kind] !== null);
  return kinds.map((kind, index) => ({
    line_id: model.line.id,
    id: opaqueId(12),
    position: position + index,
    label: offer.name,
    kind,
    scope: kind === 'data' ? offer.scope : 'general',
    state: null,
    total: offer[kind],
    used: 0,
    unlimited: 0,
    currency: null,
    throttled_to: kind === 'data' ? offer.throttled_to : null,
    valid_from: null,
    valid_until: null,
    queue: offer.starts === 'queue' ? offer.queue : `alone-${opaqueId(12)}`,
    queued: 1,
    duration_days: offer.validity_days,
    plan: 0,
    checkout_id: checkoutId,
  }));
}
