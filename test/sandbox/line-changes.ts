import { bucketState } from './buckets.ts';
import type { LineModel } from './line-model.ts';
import { Problem } from './problems.ts';
import type { BucketRow, LineRow } from './rows.ts';
import { spend } from './spending.ts';
import { CHANNELS } from './usage-pattern.ts';
import type { BucketPatch, LinePatch } from './vocabulary.ts';

/** An instant of a control call in milliseconds. Throws Problem. */
export function toMs(value: string | null): number | null {
  if (value === null) return null;
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) throw new Problem('bad-request', `not an instant: ${value}`);
  return ms;
}

export function patchLine(line: LineRow, patch: LinePatch): void {
  const { planName, status, credit, validUntil, period, autoRenew, missing, rates, pastBundles } = patch;
  if (planName !== undefined) line.plan_name = planName;
  if (status !== undefined) line.status = status;
  if (credit !== undefined) line.credit = credit;
  if (validUntil !== undefined) line.valid_until = toMs(validUntil);
  if (missing !== undefined) line.missing = missing === false ? null : missing === 'gone' ? 410 : 404;
  if (period !== undefined) {
    line.period_start = toMs(period?.start ?? null);
    line.period_end = toMs(period?.end ?? null);
  }
  if (rates?.data !== undefined) line.payg_rate = rates.data;
  if (rates?.voice !== undefined) line.voice_rate = rates.voice;
  if (rates?.sms !== undefined) line.sms_rate = rates.sms;
  if (pastBundles !== undefined) line.past_bundles = Number(pastBundles);
  if (autoRenew !== undefined) {
    line.auto_enabled = autoRenew === null ? null : Number(autoRenew.enabled);
    line.auto_offer = autoRenew?.offerId ?? null;
    line.auto_next = toMs(autoRenew?.nextAt ?? null);
  }
}

/** Fields of a patch that are stored under their own name. */
const SAME_NAMED = ['label', 'kind', 'scope', 'state', 'total', 'used', 'currency'] as const;

/** Spends the counted buckets in their order until so much is left; makes the first larger where it is short. */
export function drain(model: LineModel, bytes: number, now: number): void {
  const counted = model.buckets.filter(
    (b) =>
      b.kind === 'data' &&
      b.scope === 'general' &&
      ['active', 'depleted', 'throttled'].includes(bucketState(b, now)),
  );
  const [first] = counted;
  if (!first || !Number.isSafeInteger(bytes) || bytes < 0)
    throw new Problem('bad-request', 'nothing to drain');
  let keep = bytes;
  for (const bucket of [...counted].reverse()) {
    const part = Math.min(keep, bucket.total ?? 0);
    bucket.used = (bucket.total ?? 0) - part;
    keep -= part;
  }
  if (keep > 0) first.total = (first.total ?? 0) + keep;
}

/** Uses so much at this instant, of the bundles and then of the credit. */
export function useNow(model: LineModel, channel: unknown, amount: number, now: number): void {
  const known = CHANNELS.find((name) => name === channel);
  if (!known || !Number.isSafeInteger(amount) || amount < 0) throw new Problem('bad-request', 'no such use');
  spend(model, known, () => amount, now);
}

/** Takes a fee from the credit. */
export function charge({ line }: LineModel, amount: number): void {
  if (line.credit === null || !Number.isSafeInteger(amount))
    throw new Problem('bad-request', 'nothing to charge');
  line.credit -= amount;
}

/** The period's last instant is now: what renews by itself renews at the next metering, the rest ends. */
export function endPeriodNow({ line, buckets }: LineModel, now: number): void {
  if (line.period_end === null) throw new Problem('bad-request', 'the line has no period');
  line.period_end = now;
  if (line.auto_next !== null) line.auto_next = now;
  for (const bucket of buckets.filter((b) => b.plan)) bucket.valid_until = now;
  // one step back, so that the metering passes the end
  line.metered_to = now - 1;
}

export function putBucket(model: LineModel, id: string, patch: BucketPatch): void {
  const { unlimited, throttledTo, validFrom, validUntil } = patch;
  const known = model.buckets.find((bucket) => bucket.id === id);
  const bucket = known ?? blankBucket(model, id);
  const same = SAME_NAMED.filter((name) => patch[name] !== undefined).map((name) => [name, patch[name]]);
  Object.assign(bucket, Object.fromEntries(same));
  if (unlimited !== undefined) bucket.unlimited = Number(unlimited);
  if (throttledTo !== undefined) bucket.throttled_to = throttledTo;
  if (validFrom !== undefined) bucket.valid_from = toMs(validFrom);
  if (validUntil !== undefined) bucket.valid_until = toMs(validUntil);
  if (!known) model.buckets.push(bucket);
}

function blankBucket(model: LineModel, id: string): BucketRow {
  return {
    line_id: model.line.id,
    id,
    position: Math.max(-1, ...model.buckets.map((bucket) => bucket.position)) + 1,
    label: id,
    kind: 'data',
    scope: 'general',
    state: null,
    total: null,
    used: null,
    unlimited: 0,
    currency: null,
    throttled_to: null,
    valid_from: null,
    valid_until: null,
    queue: id,
    queued: 0,
    duration_days: null,
    plan: 0,
    checkout_id: null,
  };
}
