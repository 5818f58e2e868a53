import { newCheckout, recordPaid } from './checkout-store.ts';
import { DAY, HOUR, nextMonth } from './clock.ts';
import type { Database } from './database.ts';
import type { BucketRow, LineRow, OfferRow } from './rows.ts';
import { SEED_BUCKETS, type SeedBucket } from './seed-buckets.ts';
import { SEED_LINES, type SeedLine } from './seed-lines.ts';
import { SEED_OFFERS } from './seed-offers.ts';

export const DEMO_ACCOUNT = 'demo';

const BLANK_LINE = {
  number_masked: null,
  device_id_masked: null,
  plan_name: null,
  credit: null,
  payg_rate: null,
  payg_bytes: 0,
  voice_rate: null,
  voice_seconds: 0,
  sms_rate: null,
  sms_messages: 0,
  past_bundles: 0,
  custom_min: null,
  custom_max: null,
  custom_step: null,
  lapse_days: null,
  auto_enabled: null,
  auto_offer: null,
  auto_next: null,
  status: null,
  missing: null,
  speed: null,
};

/** Puts the five lines, their offers and a few old receipts in, as on the first day; removes what was there. */
export function seedLines(db: Database, now: number): void {
  // a round hour keeps the instants readable
  const day = Math.floor(now / HOUR) * HOUR;
  db.transaction(() => {
    db.run('DELETE FROM lines');
    for (const [position, seed] of SEED_LINES.entries()) {
      const line = lineRow(seed, position, day, now);
      db.put('lines', line);
      for (const [index, bucket] of SEED_BUCKETS[seed.id].entries())
        db.put('buckets', bucketRow(line, bucket, index, day));
      for (const [index, offer] of SEED_OFFERS[seed.id].entries()) {
        db.put('offers', offerRow(line, offer, index, day));
      }
      addOldReceipts(db, line, day, seed.toppedUpDaysAgo ?? seed.period?.began ?? 12);
    }
  });
}

function lineRow(seed: SeedLine, position: number, day: number, now: number): LineRow {
  const { period, toppedUpDaysAgo, ...row } = seed;
  const start = day - (period?.began ?? 0) * DAY;
  const periodDay = new Date(start).getUTCDate();
  const end = period ? nextMonth(start, periodDay) : null;
  return {
    ...BLANK_LINE,
    ...row,
    kind: row.id,
    account_id: DEMO_ACCOUNT,
    position,
    valid_until: row.lapse_days ? day + (row.lapse_days - (toppedUpDaysAgo ?? 0)) * DAY : null,
    period_start: period ? start : null,
    period_end: end,
    period_day: period ? periodDay : null,
    usage_clock: now,
    metered_to: now,
    ...(period ? { auto_enabled: 1, auto_offer: period.offer, auto_next: end } : {}),
  };
}

function bucketRow(line: LineRow, seed: SeedBucket, position: number, day: number): BucketRow {
  const span = {
    period: [line.period_start, line.period_end] as const,
    queued: [null, null] as const,
  };
  const { runs } = seed;
  const [from, until] = typeof runs === 'string' ? span[runs] : [day + runs[0] * DAY, day + runs[1] * DAY];
  return {
    line_id: line.id,
    id: seed.id,
    position,
    label: seed.label,
    kind: seed.kind,
    scope: seed.scope ?? 'general',
    state: null,
    total: seed.total,
    used: seed.used,
    unlimited: 0,
    currency: null,
    throttled_to: seed.throttledTo ?? null,
    valid_from: from,
    valid_until: until,
    queue: seed.queue ?? seed.id,
    queued: runs === 'queued' ? 1 : 0,
    duration_days: seed.days ?? null,
    plan: runs === 'period' ? 1 : 0,
    checkout_id: null,
  };
}

type SeedOffer = (typeof SEED_OFFERS)['esim'][number];

function offerRow(line: LineRow, seed: SeedOffer, position: number, day: number): OfferRow {
  const { promotionDays, ...row } = seed;
  return {
    kind: 'bundle',
    scope: 'general',
    data: null,
    voice: null,
    sms: null,
    validity_days: null,
    recurring: 0,
    promotion_label: null,
    price_before: null,
    throttled_to: null,
    starts: 'now',
    queue: null,
    ...row,
    line_id: line.id,
    position,
    currency: line.currency,
    promotion_ends_at: promotionDays === undefined ? null : day + promotionDays * DAY,
  };
}

/** Three top-ups of the months before, so that the first page of receipts is not empty. */
function addOldReceipts(db: Database, line: LineRow, day: number, lastDaysAgo: number): void {
  const offer = SEED_OFFERS[line.id as keyof typeof SEED_OFFERS][0];
  for (const earlier of offer ? [66, 31, 0] : []) {
    const at = day - (lastDaysAgo + earlier) * DAY;
    const order = {
      account_id: line.account_id,
      line_id: line.id,
      offer_id: offer?.id ?? null,
      amount: offer?.amount ?? 0,
      currency: line.currency,
      auto_renew: null,
    };
    recordPaid(
      db,
      { ...newCheckout(order, at, at), status: 'credited', method: 'card', credited_at: at },
      at,
    );
  }
}
