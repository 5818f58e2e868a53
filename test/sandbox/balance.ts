import { bucketState, isListed, isSlowed } from './buckets.ts';
import { instant, instantOrNull, SECOND } from './clock.ts';
import type { Database } from './database.ts';
import { type LineModel, loadLine } from './line-model.ts';
import { sha256 } from './random.ts';
import type { BucketRow } from './rows.ts';
import { habits } from './settings.ts';
import { runLine } from './simulation.ts';

/** The balance as last metered: usage is counted at whole steps of the clock, a credit at once. */
export function balance(db: Database, lineId: string, now: number) {
  const { measureSeconds, usageLagSeconds, pollHintSeconds } = habits(db);
  const step = Math.max(1, measureSeconds) * SECOND;
  runLine(db, lineId, Math.floor((now - usageLagSeconds * SECOND) / step) * step);
  const model = loadLine(db, lineId);
  if (!model) return null;
  const { line } = model;
  const figures = {
    lineId: line.id,
    lineStatus: lineStatus(model, now),
    planName: line.plan_name,
    buckets: model.buckets.filter((b) => isListed(b, now)).map((b) => bucketAnswer(b, now)),
    credit: line.credit === null ? null : { amount: line.credit, currency: line.currency },
    validUntil: line.valid_until === null ? null : { at: instant(line.valid_until), estimated: false },
    period: periodAnswer(model),
    autoRenew: autoRenewAnswer(model),
    topUpUrl: null,
  };
  return {
    body: {
      ...figures,
      asOf: instant(Math.min(line.metered_to, now)),
      nextPollAt: instant(now + pollHintSeconds * SECOND),
    },
    // weak: two answers with the same figures count as the same, whenever they were measured
    etag: `W/"${sha256(JSON.stringify(figures)).slice(0, 22)}"`,
    maxAge: pollHintSeconds,
  };
}

function lineStatus({ line, buckets }: LineModel, now: number): string {
  if (line.status) return line.status;
  if (line.valid_until !== null && line.valid_until <= now) return 'expired';
  return isSlowed(buckets, now) ? 'throttled' : 'active';
}

function bucketAnswer(bucket: BucketRow, now: number) {
  const { total, used } = bucket;
  const known = !bucket.unlimited && total !== null && used !== null;
  return {
    id: bucket.id,
    label: bucket.label,
    kind: bucket.kind,
    scope: bucket.scope,
    state: bucketState(bucket, now),
    total: bucket.unlimited ? null : total,
    used,
    remaining: known ? Math.max(0, total - used) : null,
    unlimited: bucket.unlimited === 1,
    currency: bucket.currency,
    throttledTo: bucket.throttled_to,
    validFrom: instantOrNull(bucket.valid_from),
    validUntil: instantOrNull(bucket.valid_until),
    validUntilEstimated: false,
  };
}

function periodAnswer({ line }: LineModel) {
  if (line.period_start === null || line.period_end === null) return null;
  return { start: instant(line.period_start), end: instant(line.period_end) };
}

function autoRenewAnswer({ line }: LineModel) {
  if (line.auto_enabled === null) return null;
  return {
    enabled: line.auto_enabled === 1,
    offerId: line.auto_offer,
    nextAt: instantOrNull(line.auto_next),
  };
}
