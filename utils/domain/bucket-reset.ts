import { HOUR, type Instant, toMs } from './instant.ts';
import type { Bucket, Reading } from './reading.ts';

/** How much earlier than the announced end a new cycle may begin and still be the expected one. */
const SLACK = 1 * HOUR;
/** Where the end had to be assumed, its zone may be off by this much. */
const SLACK_ESTIMATED = 14 * HOUR;
/** A bucket without any date is taken for reset when at least this share of it is back. */
const FULL = 0.9;

/** One bucket in two readings, the earlier first. */
export interface BucketPair {
  before: Bucket;
  after: Bucket;
}

/** The two readings that a pair is from, and when the later one was taken; null = not known. */
export interface ReadingPair {
  before: Reading;
  after: Reading;
  at: Instant | null;
}

function isLater(after: Instant | null | undefined, before: Instant | null | undefined): boolean {
  return !!after && !!before && toMs(after) > toMs(before);
}

/** Does the line renew by itself, as far as the carrier tells? */
export function isRecurring(reading: Reading): boolean {
  return reading.period !== null || reading.autoRenew?.enabled === true;
}

/** The start of the new cycle, if a new one began; null = none that the carrier tells. */
function newStart({ before, after }: BucketPair, readings: ReadingPair): Instant | null {
  if (isLater(after.validFrom, before.validFrom)) return after.validFrom;
  const start = readings.after.period?.start ?? null;
  return isLater(start, readings.before.period?.start) ? start : null;
}

function expectedEnd({ before }: BucketPair, readings: ReadingPair): Instant | null {
  return before.validUntil ?? readings.before.period?.end ?? readings.before.autoRenew?.nextAt ?? null;
}

function isUndated({ before, after }: BucketPair, readings: ReadingPair): boolean {
  const dates = [before.validFrom, before.validUntil, after.validFrom, after.validUntil];
  return [...dates, readings.before.period, readings.after.period].every((date) => date === null);
}

/**
 * Given that less is used than before: did the bucket begin a new cycle in its due time? A cycle that begins
 * well before the old one ends was bought. Where dates do not settle it, a reset is assumed, so that no payment
 * is called credited without proof.
 */
export function isDueReset(pair: BucketPair, readings: ReadingPair): boolean {
  const { before, after } = pair;
  const start = newStart(pair, readings);
  const moved =
    start !== null ||
    isLater(after.validUntil, before.validUntil) ||
    isLater(readings.after.period?.end, readings.before.period?.end);
  if (!moved) {
    return isUndated(pair, readings) && (after.remaining ?? 0) >= FULL * (after.total ?? Number.MAX_VALUE);
  }
  const end = expectedEnd(pair, readings);
  const began = start ?? readings.after.asOf ?? readings.at;
  if (end === null || began === null) return true;
  const slack = before.validUntilEstimated ? SLACK_ESTIMATED : SLACK;
  return toMs(began) >= toMs(end) - slack;
}
