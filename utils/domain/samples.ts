import { headlineOf, usedOf } from './headline.ts';
import { DAY, type Instant, SECOND, toInstant, toMs } from './instant.ts';
import type { Reading } from './reading.ts';
import type { ReadingRow, Sample } from './records.ts';
import { risesBetween } from './rises.ts';
import { type Spent, spentBetween } from './spent.ts';

/** Not having looked for longer is a gap: what happened in between belongs to no day. */
const GAP = 2 * DAY;

export interface SampleInput {
  /** the line's newest sample */
  last: Sample | null;
  /** the reading row that `row` replaces */
  previous: ReadingRow | null;
  row: ReadingRow;
  /** a top-up was credited with this reading */
  topUpSettled: boolean;
}

type Figures = Pick<Sample, 'remaining' | 'used' | 'total' | 'credit'>;

function figuresOf(reading: Reading): Figures {
  const headline = headlineOf(reading);
  const data = headline.kind === 'data' ? headline : null;
  return {
    remaining: data?.remaining ?? null,
    used: usedOf(reading),
    total: data?.total ?? null,
    credit: reading.credit,
  };
}

function isSame(a: Figures, b: Figures): boolean {
  const { credit } = a;
  return (
    a.remaining === b.remaining &&
    a.used === b.used &&
    a.total === b.total &&
    credit?.amount === b.credit?.amount &&
    credit?.currency === b.credit?.currency
  );
}

/**
 * When a reading was measured, after the sample before. The carrier's own instant decides: an answer measured no
 * later than what is known already is an old one, and null. Without it a clock that was moved back still counts on.
 */
function instantOf(row: ReadingRow, last: Sample | null): Instant | null {
  const { asOf } = row.reading;
  const at = asOf ?? row.checkedAt;
  if (!last || at > last.at) return at;
  return asOf === null ? toInstant(toMs(last.at) + SECOND) : null;
}

/**
 * Was a reading measured before one that is known, as a carrier of several computers may answer now and then? An
 * instant that lies ahead of `now` comes of a wrong clock and makes nothing old. Nor is a carrier called old that has
 * told nothing newer for a day: then it was the known instant that was wrong.
 */
export function isOlder(reading: Reading, { reading: known, checkedAt }: ReadingRow, now: Instant): boolean {
  if (reading.asOf === null || known.asOf === null || toMs(known.asOf) > toMs(now)) return false;
  return toMs(reading.asOf) < toMs(known.asOf) && toMs(now) - toMs(checkedAt) < DAY;
}

/** By the sums alone, where the reading that belongs to the sample before is not kept. */
function spentBySums(last: Sample, figures: Figures): Spent {
  const comparable = last.used !== null && figures.used !== null && last.total === figures.total;
  const bytes = comparable ? (figures.used ?? 0) - (last.used ?? 0) : -1;
  return { bytes: bytes >= 0 ? bytes : null, reset: false };
}

function markOf(
  { previous, row, last, topUpSettled }: SampleInput,
  at: Instant,
  reset: boolean,
): Sample['mark'] {
  if (!last) return null;
  const silence = previous ? toMs(row.checkedAt) - toMs(previous.checkedAt) : toMs(at) - toMs(last.at);
  if (silence > GAP) return 'gap';
  const rises = previous ? risesBetween(previous.reading, row.reading, row.checkedAt) : [];
  if (topUpSettled || rises.some(({ what }) => what === 'data' || what === 'credit')) return 'top-up';
  return reset ? 'reset' : null;
}

/** The row of history that a reading adds; null = no figure changed, or an old answer came late. */
export function sampleFor(input: SampleInput): Sample | null {
  const { last, previous, row } = input;
  const figures = figuresOf(row.reading);
  if (last && isSame(last, figures)) return null;
  const at = instantOf(row, last);
  if (at === null) return null;
  const follows = last !== null && previous !== null && isSame(last, figuresOf(previous.reading));
  const spent = follows
    ? spentBetween(previous, row)
    : last
      ? spentBySums(last, figures)
      : { bytes: null, reset: false };
  return {
    v: 1,
    lineId: row.lineId,
    at,
    ...figures,
    grain: 'raw',
    spent: spent.bytes,
    mark: markOf(input, at, spent.reset),
  };
}
