import { COVERED_KINDS, type CoveredKind, coversOf } from './coverage.ts';
import type { Ended } from './credit-burn.ts';
import { isThrottled } from './headline.ts';
import { DAY, type Instant, toMs } from './instant.ts';
import type { Bucket, Reading } from './reading.ts';
import type { ReadingRow } from './records.ts';

/** After so long a person who still goes on pays as they go. */
export const NEWS = 3 * DAY;

/** Two readings, and when their figures were measured, as far as is known. */
export interface Interval {
  before: ReadingRow;
  reading: Reading;
  from: Instant;
  to: Instant;
  /** when the later one was received */
  checkedAt: Instant;
}

/** The bundle of whose kind nothing is left now; null = none ended lately. */
export function endedBy(pair: Interval, known: Ended | null): Ended | null {
  for (const kind of COVERED_KINDS) {
    const ended = isCovered(kind, pair) ? null : endOfCover(kind, pair);
    if (ended) return ended;
  }
  return known && !isCovered(known.kind, pair) && toMs(pair.to) - toMs(known.at) < NEWS ? known : null;
}

function isCovered(kind: CoveredKind, { reading, to }: Interval): boolean {
  return coversOf(reading, kind, to).length > 0 || (kind === 'data' && isThrottled(reading));
}

function endOfCover(kind: CoveredKind, pair: Interval): Ended | null {
  const ends = coversOf(pair.before.reading, kind, pair.from).map((bucket) =>
    endOfBucket(kind, bucket, pair),
  );
  if (ends.some((end) => end === null)) return null;
  return ends.filter((end) => end !== null).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/** How a bucket ended in between; null = it only cannot be seen any more. */
function endOfBucket(
  kind: CoveredKind,
  { id, label, validUntil }: Bucket,
  { reading, to, checkedAt }: Interval,
): Ended | null {
  if (validUntil !== null && validUntil <= to) return { kind, label, at: validUntil, usedUp: false };
  const after = reading.buckets.find((bucket) => bucket.id === id);
  if (after?.state === 'expired') {
    // The carrier may tell of the end at once and of use hours late.
    const at = validUntil !== null && validUntil <= checkedAt ? validUntil : to;
    return { kind, label, at, usedUp: false };
  }
  return after?.state === 'depleted' || after?.remaining === 0 ? { kind, label, at: to, usedUp: true } : null;
}
