import { type BucketPair, isDueReset, type ReadingPair } from './bucket-reset.ts';
import { countedBuckets } from './headline.ts';
import { DAY, toMs } from './instant.ts';
import type { Bucket } from './reading.ts';
import type { ReadingRow } from './records.ts';

/** Bytes used between two readings; null = it cannot be known. */
export interface Spent {
  bytes: number | null;
  /** a bucket began a new cycle in between */
  reset: boolean;
}

/** A bucket's use in between. What was used of the old cycle after the last look is left out. */
function ofPair(pair: BucketPair, readings: ReadingPair): Spent {
  const { before, after } = pair;
  const used =
    before.used !== null && after.used !== null
      ? after.used - before.used
      : before.remaining !== null && after.remaining !== null
        ? before.remaining - after.remaining
        : null;
  if (used === null || used >= 0) return { bytes: used, reset: false };
  const reset = isDueReset(pair, readings);
  return { bytes: reset ? after.used : null, reset };
}

/** A bucket that was not there: all of its use is new, unless it began long before. */
function ofNew(bucket: Bucket, previous: ReadingRow): Spent {
  const old = bucket.validFrom !== null && toMs(bucket.validFrom) < toMs(previous.checkedAt) - DAY;
  return { bytes: old ? null : bucket.used, reset: false };
}

/** The same bucket in the reading before: by its id, else one that is gone and was called the same. */
function find(bucket: Bucket, before: readonly Bucket[], kept: ReadonlySet<string>): Bucket | null {
  const same = ({ id, kind, label, total }: Bucket) =>
    !kept.has(id) && kind === bucket.kind && label === bucket.label && total === bucket.total;
  return before.find(({ id }) => id === bucket.id) ?? before.find(same) ?? null;
}

/** Bytes of general data that were used from one reading to the next, resets and top-ups left out. */
export function spentBetween(previous: ReadingRow, row: ReadingRow): Spent {
  const readings = { before: previous.reading, after: row.reading, at: row.checkedAt };
  const kept = new Set(row.reading.buckets.map(({ id }) => id));
  const parts = countedBuckets(row.reading).map((after) => {
    const before = find(after, previous.reading.buckets, kept);
    return before ? ofPair({ before, after }, readings) : ofNew(after, previous);
  });
  const reset = parts.some((part) => part.reset);
  const known = parts.map(({ bytes }) => bytes).filter((bytes) => bytes !== null);
  const complete = parts.length > 0 && known.length === parts.length;
  return { bytes: complete ? known.reduce((sum, bytes) => sum + bytes, 0) : null, reset };
}
