import type { Headline } from './glance.ts';
import type { Instant } from './instant.ts';
import type { Bucket, Reading } from './reading.ts';

const COUNTED_STATES: readonly Bucket['state'][] = ['active', 'throttled', 'depleted'];

/** The buckets that make up the headline figure: general data that is in use now. */
export function countedBuckets({ buckets }: Pick<Reading, 'buckets'>): Bucket[] {
  return buckets.filter(
    ({ kind, scope, state }) => kind === 'data' && scope === 'general' && COUNTED_STATES.includes(state),
  );
}

/**
 * The one figure of a line, in bytes. A part that is unknown is left out, and then no total is told; where nothing
 * is left but that part, the whole is unknown.
 */
export function headlineOf(reading: Reading): Headline {
  const counted = countedBuckets(reading);
  if (counted.length === 0) return { kind: 'none' };
  if (counted.some((bucket) => bucket.unlimited)) return unlimited(reading, counted);
  const parts = counted.map(remainingOf);
  const whole = sum(parts);
  if (whole !== null)
    return { kind: 'data', remaining: whole, total: sum(counted.map(({ total }) => total)) };
  const known = sum(parts.filter((part) => part !== null));
  return known ? { kind: 'data', remaining: known, total: null } : { kind: 'unknown' };
}

/** Bytes; null = unknown. A bucket that is depleted has nothing left, whether or not the carrier adds a 0. */
function remainingOf({ remaining, state }: Bucket): number | null {
  return state === 'depleted' ? 0 : remaining;
}

/** Something counted tells no figure, so that more may be left than the headline says. */
export function isPartlyUnknown(reading: Reading): boolean {
  return countedBuckets(reading).some((bucket) => remainingOf(bucket) === null);
}

function unlimited(reading: Reading, counted: readonly Bucket[]): Headline {
  const throttled = isThrottled(reading);
  const speeds = counted.map(({ throttledTo }) => throttledTo).filter((speed) => speed !== null);
  return {
    kind: 'unlimited',
    throttled,
    throttledTo: throttled && speeds.length > 0 ? Math.max(...speeds) : null,
  };
}

/** Slow now: the carrier says so of the line, or nothing that still runs at full speed has anything left. */
export function isThrottled(reading: Reading): boolean {
  if (reading.lineStatus === 'throttled') return true;
  const counted = countedBuckets(reading);
  return (
    counted.some(({ state }) => state === 'throttled') &&
    !counted.some((bucket) => bucket.state === 'active' && hasSomethingLeft(bucket))
  );
}

/** Unknown counts as something: only a known nothing is nothing. */
export function hasSomethingLeft(bucket: Bucket): boolean {
  return bucket.unlimited || remainingOf(bucket) !== 0;
}

/** remaining / total, 0 to 1; null where either is unknown. */
export function shareOf(headline: Headline): number | null {
  if (headline.kind !== 'data' || !headline.total) return null;
  return Math.min(1, Math.max(0, headline.remaining / headline.total));
}

/**
 * When the headline's data ends: the coming end of the counted bucket that holds most of it (a day pass beside a
 * month's bundle must not make the whole end tomorrow), the earlier of equals; else the coming end of the period;
 * null = not known.
 */
export function endOf(reading: Reading, now: Instant): { at: Instant; estimated: boolean } | null {
  const weight = (bucket: Bucket) =>
    bucket.unlimited ? Number.POSITIVE_INFINITY : (remainingOf(bucket) ?? 0);
  const ends = countedBuckets(reading)
    .filter((bucket) => hasSomethingLeft(bucket) && bucket.validUntil !== null && bucket.validUntil > now)
    .map((bucket) => ({
      at: bucket.validUntil ?? now,
      estimated: bucket.validUntilEstimated,
      weight: weight(bucket),
    }))
    .toSorted((a, b) => (a.weight === b.weight ? (a.at < b.at ? -1 : 1) : a.weight < b.weight ? 1 : -1));
  const [main] = ends;
  if (main) return { at: main.at, estimated: main.estimated };
  const { period } = reading;
  return period && period.end > now ? { at: period.end, estimated: false } : null;
}

/** Bytes used of the counted buckets together; null unless every one of them is known. */
export function usedOf(reading: Reading): number | null {
  const counted = countedBuckets(reading);
  return counted.length === 0 ? null : sum(counted.map(({ used }) => used));
}

/** null as soon as one part is unknown. Never beyond what a number holds exactly. */
function sum(parts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const part of parts) {
    if (part === null) return null;
    total += part;
  }
  return Math.min(total, Number.MAX_SAFE_INTEGER);
}
