import { hasSomethingLeft } from './headline.ts';
import { HOUR, type Instant, toMs } from './instant.ts';
import type { LineKind } from './line.ts';
import type { Bucket, Reading } from './reading.ts';

/** What a person pays for by use where no bundle covers it. */
export const COVERED_KINDS = ['data', 'voice', 'sms'] as const;
export type CoveredKind = (typeof COVERED_KINDS)[number];

/** Lines that hold no calls, so that all use is data. */
const DATA_ALONE: readonly LineKind[] = ['esim', 'data-card'];

/** A date that creeps by less is the carrier's reckoning. */
const LATER = 1 * HOUR;

function isInUse({ scope, state, validUntil }: Bucket, at: Instant): boolean {
  const runs = state === 'active' || state === 'throttled';
  return scope === 'general' && runs && (validUntil === null || validUntil > at);
}

/** Buckets of which use of this kind may be taken: what is slow still flows, and unknown may be something. */
export function coversOf(reading: Reading, kind: CoveredKind, at: Instant): Bucket[] {
  return reading.buckets.filter(
    (bucket) =>
      bucket.kind === kind &&
      isInUse(bucket, at) &&
      (bucket.state === 'throttled' || hasSomethingLeft(bucket)),
  );
}

/** The first bucket that surely has something of this kind to give; null = there is none. */
function sureCover(reading: Reading, kind: CoveredKind, at: Instant): Bucket | null {
  const sure = ({ unlimited, remaining }: Bucket) => unlimited || (remaining ?? 0) > 0;
  return coversOf(reading, kind, at).find(sure) ?? null;
}

/** Calls or messages of this line may cost credit, whatever data it holds. */
export function mayCostCalls(reading: Reading, kind: LineKind, at: Instant): boolean {
  if (DATA_ALONE.includes(kind)) return false;
  return !sureCover(reading, 'voice', at) || !sureCover(reading, 'sms', at);
}

/** The bundle that covers all use there can be; null = some use may cost credit, or it is not known. */
export function fullCover(reading: Reading, kind: LineKind, at: Instant): Bucket | null {
  return mayCostCalls(reading, kind, at) ? null : sureCover(reading, 'data', at);
}

function isLater(after: Instant | null | undefined, before: Instant | null | undefined): boolean {
  return !!after && !!before && toMs(after) - toMs(before) >= LATER;
}

function isFuller(after: Bucket, before: Bucket): boolean {
  const more = (name: 'total' | 'remaining') =>
    (after[name] ?? 0) > (before[name] ?? Number.POSITIVE_INFINITY);
  const lessUsed = after.used !== null && before.used !== null && after.used < before.used;
  return more('total') || more('remaining') || lessUsed || (after.unlimited && !before.unlimited);
}

function isNewOrRenewed(bucket: Bucket, before: readonly Bucket[]): boolean {
  const known = before.find(({ id }) => id === bucket.id);
  if (!known) return bucket.state !== 'expired';
  return (
    isFuller(bucket, known) ||
    isLater(bucket.validFrom, known.validFrom) ||
    isLater(bucket.validUntil, known.validUntil)
  );
}

/** Something was bought, given or renewed from one reading to the next, so that credit may have paid for it. */
export function somethingBegan(before: Reading, after: Reading): boolean {
  return (
    after.planName !== before.planName ||
    isLater(after.validUntil?.at, before.validUntil?.at) ||
    isLater(after.period?.end, before.period?.end) ||
    isLater(after.autoRenew?.nextAt, before.autoRenew?.nextAt) ||
    after.buckets.some((bucket) => isNewOrRenewed(bucket, before.buckets))
  );
}
