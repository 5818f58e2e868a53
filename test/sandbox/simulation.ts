import { isListed, isSlowed, left, nextToSpend, startQueued } from './buckets.ts';
import { recordRenewal } from './checkout-store.ts';
import { DAY, HOUR } from './clock.ts';
import type { Database } from './database.ts';
import { endPeriod, grantOffer, renewPeriod, touchValidity } from './grants.ts';
import { type LineModel, loadLine, noteUse, offerOf, saveLine } from './line-model.ts';
import { readSetting } from './settings.ts';
import { CHANNELS, type Channel, usedBetween } from './usage-pattern.ts';

/** Lets a line live on to `to`: use, ends, queues and renewals, each at its own instant. */
export function runLine(db: Database, lineId: string, to: number): void {
  const model = loadLine(db, lineId);
  if (!model || model.line.metered_to >= to) return;
  const seed = readSetting(db, 'seed', 1);
  const speed = model.line.speed ?? readSetting(db, 'speed', 1);
  db.transaction(() => {
    while (model.line.metered_to < to) {
      const from = model.line.metered_to;
      const until = Math.min(to, hourAfter(from), nextEvent(model, from));
      spendSpan(model, seed, until, (until - from) * speed);
      model.line.metered_to = until;
      passEvents(db, model, until);
    }
    saveLine(db, model);
  });
}

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

/** Spends what the person uses while the usage clock runs `run` milliseconds on. */
function spendSpan(model: LineModel, seed: number, until: number, run: number): void {
  const { line } = model;
  const clock = line.usage_clock;
  const mute = line.status !== null || (line.valid_until !== null && line.valid_until <= line.metered_to);
  for (const channel of mute ? [] : CHANNELS) {
    spend(model, channel, usedBetween(seed, line.id, channel, clock, clock + run), until);
  }
  line.usage_clock = clock + run;
}

function spend(model: LineModel, channel: Channel, demand: number, until: number): void {
  const from = model.line.metered_to;
  const kind = channel === 'roaming' ? 'data' : channel;
  const scope = channel === 'roaming' ? 'roaming' : 'general';
  let open = demand;
  while (open > 0) {
    const at = from + Math.floor((until - from) * (1 - open / demand));
    const bucket = nextToSpend(model.buckets, kind, scope, at);
    if (!bucket) break;
    const part = Math.min(open, left(bucket));
    if (bucket.used !== null) bucket.used += part;
    open -= part;
    if (open > 0) startQueued(model.buckets, from + Math.floor((until - from) * (1 - open / demand)));
  }
  const burned = channel === 'data' && !isSlowed(model.buckets, until) ? burnCredit(model, open) : 0;
  noteUse(model, channel, demand - open + burned);
}

/** Pay as you go: what no bundle covers is paid from the credit while there is any. */
function burnCredit({ line }: LineModel, bytes: number): number {
  if (bytes === 0 || line.payg_rate === null || (line.credit ?? 0) <= 0) return 0;
  const perUnit = 1_000_000 / line.payg_rate;
  const affordable = (line.credit ?? 0) * perUnit - line.payg_bytes;
  const used = Math.min(bytes, affordable);
  const meter = line.payg_bytes + used;
  const cost = Math.floor(meter / perUnit);
  line.credit = (line.credit ?? 0) - cost;
  line.payg_bytes = meter - cost * perUnit;
  return used;
}
