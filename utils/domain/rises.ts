import { type BucketPair, isDueReset, isRecurring, type ReadingPair } from './bucket-reset.ts';
import { DAY, type Instant, toMs } from './instant.ts';
import type { Bucket, Reading } from './reading.ts';
import type { Rise } from './top-up.ts';

/** A validity that creeps by less is the carrier's rounding. */
const VALIDITY_RISE = 1 * DAY;

type Counted = 'data' | 'voice' | 'sms';

function isCounted(kind: Bucket['kind']): kind is Counted {
  return kind === 'data' || kind === 'voice' || kind === 'sms';
}

/** What a bucket gained that was there before; null = nothing that can be told from use or a reset. */
function gain(pair: BucketPair, readings: ReadingPair): number | 'unlimited' | null {
  const { before, after } = pair;
  if (after.unlimited) return before.unlimited ? null : 'unlimited';
  if (before.unlimited) return null;
  const totalRise = before.total !== null && after.total !== null ? after.total - before.total : 0;
  const rise = before.remaining !== null && after.remaining !== null ? after.remaining - before.remaining : 0;
  const usedFell =
    before.used !== null && after.used !== null ? after.used < before.used : rise > Math.max(0, totalRise);
  const ended = before.state === 'expired' && !isRecurring(readings.before);
  if (usedFell && !ended && isDueReset(pair, readings)) return totalRise > 0 ? totalRise : null;
  const gained = usedFell ? Math.max(totalRise, rise) : totalRise > 0 ? totalRise : rise;
  return gained > 0 ? gained : null;
}

/** The bucket of the last cycle that a recurring plan has replaced under a new id, whether or not it is still listed. */
function predecessor(bucket: Bucket, { before, after }: ReadingPair): Bucket | null {
  if (!isRecurring(before)) return null;
  const now = new Map(after.buckets.map(({ id, state }) => [id, state]));
  const gone = before.buckets.filter(
    ({ id, state }) => !now.has(id) || (state !== 'expired' && now.get(id) === 'expired'),
  );
  const same = ({ label, kind, scope }: Bucket) =>
    label === bucket.label && kind === bucket.kind && scope === bucket.scope;
  return gone.find(same) ?? null;
}

function bucketGain(bucket: Bucket, readings: ReadingPair): number | 'unlimited' | null {
  const known = readings.before.buckets.find(({ id }) => id === bucket.id) ?? predecessor(bucket, readings);
  if (known) return gain({ before: known, after: bucket }, readings);
  if (bucket.state === 'expired') return null;
  if (bucket.unlimited) return 'unlimited';
  return bucket.total || bucket.remaining || null;
}

function bucketRises(readings: ReadingPair): Rise[] {
  return readings.after.buckets.flatMap((bucket): Rise[] => {
    if (!isCounted(bucket.kind)) return [];
    const gained = bucketGain(bucket, readings);
    if (gained === null) return [];
    const by = gained === 'unlimited' ? null : gained;
    const aside = asideOf(bucket);
    return [
      { what: bucket.kind, label: bucket.label, by, currency: null, until: null, ...(aside && { aside }) },
    ];
  });
}

function asideOf({ state, scope }: Bucket): Rise['aside'] {
  if (state === 'queued') return 'queued';
  return scope === 'general' ? undefined : 'apart';
}

function creditRise({ before, after }: ReadingPair): Rise[] {
  if (!before.credit || !after.credit || before.credit.currency !== after.credit.currency) return [];
  const by = after.credit.amount - before.credit.amount;
  return by > 0 ? [{ what: 'credit', label: '', by, currency: after.credit.currency, until: null }] : [];
}

function validityRise({ before, after }: ReadingPair): Rise[] {
  if (!before.validUntil || !after.validUntil) return [];
  const longer = toMs(after.validUntil.at) - toMs(before.validUntil.at);
  if (longer < VALIDITY_RISE) return [];
  return [{ what: 'validity', label: '', by: null, currency: null, until: after.validUntil.at }];
}

/**
 * What rose from one reading to the next, buckets first, in the carrier's order. A reset in its due time is no
 * rise; totals are compared as well as what remains, so that use in between hides none. `at`: when `after` was
 * taken, for carriers that do not say.
 */
export function risesBetween(before: Reading, after: Reading, at: Instant | null = null): Rise[] {
  const readings = { before, after, at };
  return [...bucketRises(readings), ...creditRise(readings), ...validityRise(readings)];
}
