import { DAY } from './clock.ts';
import type { BucketRow } from './rows.ts';

/** How long a bucket that has ended is still listed. */
const LISTED_AFTER_END = 7 * DAY;

/** The state that the carrier tells of a bucket at `now`. */
export function bucketState(bucket: BucketRow, now: number): string {
  if (bucket.state) return bucket.state;
  if (bucket.queued || (bucket.valid_from ?? now) > now) return 'queued';
  if (hasEnded(bucket, now)) return 'expired';
  if (!isEmpty(bucket)) return 'active';
  return bucket.throttled_to === null ? 'depleted' : 'throttled';
}

function hasEnded(bucket: BucketRow, now: number): boolean {
  return bucket.valid_until !== null && bucket.valid_until <= now;
}

export function isListed(bucket: BucketRow, now: number): boolean {
  return bucket.valid_until === null || bucket.valid_until + LISTED_AFTER_END > now;
}

function isEmpty(bucket: BucketRow): boolean {
  if (bucket.unlimited || bucket.total === null || bucket.used === null) return false;
  return bucket.used >= bucket.total;
}

/** What a bucket can still give; infinity where it has no limit or the limit is not known. */
export function left(bucket: BucketRow): number {
  if (bucket.unlimited || bucket.total === null || bucket.used === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, bucket.total - bucket.used);
}

/** The bucket that is spent from next: of those that can serve, the one that ends first. */
export function nextToSpend(
  buckets: BucketRow[],
  kind: string,
  scope: string,
  now: number,
): BucketRow | undefined {
  return buckets
    .filter((b) => b.kind === kind && b.scope === scope && bucketState(b, now) === 'active' && left(b) > 0)
    .sort((a, b) => endOf(a) - endOf(b) || a.position - b.position)[0];
}

function endOf(bucket: BucketRow): number {
  return bucket.valid_until ?? Number.POSITIVE_INFINITY;
}

/** Starts each queued bucket whose forerunners of the same queue are used up or over. */
export function startQueued(buckets: BucketRow[], now: number): void {
  for (const bucket of buckets) {
    if (!bucket.queued || bucket.state) continue;
    const running = buckets.some(
      (other) => other !== bucket && other.queue === bucket.queue && !other.queued && isRunning(other, now),
    );
    if (running) continue;
    bucket.queued = 0;
    bucket.valid_from = now;
    bucket.valid_until = bucket.duration_days === null ? null : now + bucket.duration_days * DAY;
  }
}

function isRunning(bucket: BucketRow, now: number): boolean {
  return !hasEnded(bucket, now) && !isEmpty(bucket);
}

/** General data flows on slowly: a throttled bucket and none that still gives full speed. */
export function isSlowed(buckets: BucketRow[], now: number): boolean {
  if (nextToSpend(buckets, 'data', 'general', now)) return false;
  return buckets.some(
    (b) => b.kind === 'data' && b.scope === 'general' && bucketState(b, now) === 'throttled',
  );
}
