import type { GlanceLine } from './glance.ts';
import { hasSomethingLeft } from './headline.ts';
import { DAY, type Instant, toMs } from './instant.ts';
import type { Bucket, Reading } from './reading.ts';

/** What ends at one instant. */
export interface Bundle {
  /** its first data bucket, else its first, speaks for it */
  head: Bucket;
  until: Instant;
  /** something of it can still be used */
  left: boolean;
  /** bytes that nobody has used; null = it holds no data, all of it is used, or not all of it is known */
  unused: number | null;
}

/** What a carrier tells of the ends of a line's bundles. */
export type Ending = Pick<Reading, 'buckets' | 'autoRenew'> & Pick<GlanceLine, 'period'>;

const isLive = ({ state }: Bucket) => state === 'active' || state === 'throttled';

function unusedOf(buckets: readonly Bucket[]): number | null {
  const data = buckets.filter((bucket) => bucket.kind === 'data' && isLive(bucket));
  const parts = data.map(({ remaining, unlimited }) => (unlimited ? null : remaining));
  return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) || null;
}

/** The bundles of a line that have begun. */
export function bundlesOf(buckets: readonly Bucket[]): Bundle[] {
  const begun = buckets.filter(({ kind, state }) => kind !== 'money' && state !== 'queued');
  return [...Map.groupBy(begun, ({ validUntil }) => validUntil)].flatMap(([until, parts]) => {
    const head = parts.find(({ kind }) => kind === 'data') ?? parts[0];
    const left = parts.some((bucket) => isLive(bucket) && hasSomethingLeft(bucket));
    return until && head ? [{ head, until, left, unused: unusedOf(parts) }] : [];
  });
}

/** What comes after a bundle: one that waits its turn, the same again by itself, nothing, or nobody says. */
export type Sequel =
  | { kind: 'queued'; bucket: Bucket }
  | { kind: 'renews'; at: Instant }
  | { kind: 'no' }
  | null;

/** A renewal that comes so much later is of something else. */
const AFTER = 2 * DAY;

export function sequelOf({ head, until }: Bundle, { buckets, autoRenew }: Ending): Sequel {
  const next = buckets.find(
    ({ state, kind, validFrom, validUntil }) =>
      state === 'queued' &&
      kind === head.kind &&
      (validFrom === null || toMs(validFrom) - toMs(until) < AFTER) &&
      (validUntil === null || validUntil > until),
  );
  if (next) return { kind: 'queued', bucket: next };
  if (!autoRenew) return null;
  const { enabled, nextAt } = autoRenew;
  if (!enabled) return { kind: 'no' };
  if (nextAt === null) return { kind: 'renews', at: until };
  const apart = (end: Instant) => Math.abs(toMs(nextAt) - toMs(end));
  const isOfAnother = buckets.some(({ validUntil }) => validUntil && apart(validUntil) < apart(until));
  return apart(until) < AFTER && !isOfAnother ? { kind: 'renews', at: nextAt } : null;
}
