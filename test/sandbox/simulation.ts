import { isListed, startQueued } from './buckets.ts';
import { recordRenewal } from './checkout-store.ts';
import { DAY, HOUR } from './clock.ts';
import type { Database } from './database.ts';
import { endPeriod, grantOffer, renewPeriod, touchValidity } from './grants.ts';
import { type LineModel, loadLine, offerOf, saveLine } from './line-model.ts';
import { readSetting } from './settings.ts';
import { spend } from './spending.ts';
import { CHANNELS, usedBetween } from './usage-pattern.ts';

/** Lets a line live on to `to`: use, ends, queues and renewals, each at its own instant. */
export function runLine(db: Database, lineId: string, to: number): void {
  const model = loadLine(db, lineId);
  if (!model || model.line.metered_to >= to) return;
  const seed = readSetting(db, 'seed', 1);
  const speed = model.line.speed ?? readSetting(db, 'speed', 1);
  db.transaction(() => {
    while (model.line.metered_to < to) {
      const { metered_to: from } = model.line;
      const until = Math.min(to, hourAfter(from), nextEvent(model, from));
      spendSpan(model, seed, until, speed);
      model.line.metered_to = until;
      passEvents(db, model, until);
    }
    saveLine(db, model);
  });
}

/** No span is longer than an hour, so that use falls on the day to which it belongs. */
function hourAfter(ms: number): number {
  return (Math.floor(ms / HOUR) + 1) * HOUR;
}

/** The next instant after `now` at which something ends by itself. */
function nextEvent({ line, buckets }: LineModel, now: number): number {
  const ends = [line.period_end, line.auto_next, line.valid_until, ...buckets.map((b) => b.valid_until)];
  return Math.min(...ends.map((end) => (end !== null && end > now ? end : Number.POSITIVE_INFINITY)));
}

function passEvents(db: Database, model: LineModel, now: number): void {
  const { line } = model;
  const offer = offerOf(model, line.auto_offer);
  if (line.auto_enabled && offer && line.auto_next !== null && line.auto_next <= now) {
    renew(db, model, offer, line.auto_next);
  }
  if (line.period_end !== null && line.period_end <= now) endPeriod(model, line.period_end);
  model.buckets = model.buckets.filter((bucket) => bucket.plan || isListed(bucket, now));
  startQueued(model.buckets, now);
}

type Offer = NonNullable<ReturnType<typeof offerOf>>;

function renew(db: Database, model: LineModel, offer: Offer, at: number): void {
  const checkoutId = recordRenewal(db, model.line, offer, at);
  if (offer.starts === 'period') {
    touchValidity(model, at);
    renewPeriod(model, offer, at);
  } else {
    grantOffer(model, offer, at, checkoutId);
    model.line.auto_next = at + (offer.validity_days ?? 30) * DAY;
  }
}

/** Spends what the person uses while the usage clock runs on, `speed` times as fast as the carrier's. */
function spendSpan(model: LineModel, seed: number, until: number, speed: number): void {
  const { line } = model;
  const { usage_clock: clock, metered_to: from } = line;
  const mute = line.status !== null || (line.valid_until !== null && line.valid_until <= from);
  for (const channel of mute ? [] : CHANNELS) {
    const usedBy = (at: number) => usedBetween(seed, line.id, channel, clock, clock + (at - from) * speed);
    spend(model, channel, usedBy, until);
  }
  line.usage_clock = clock + (until - from) * speed;
}
