import { fullCover, mayCostCalls, somethingBegan } from './coverage.ts';
import { type CreditWatch, type Ended, FALLS_OF_A_BURN, type Falls } from './credit-burn.ts';
import { endedBy, type Interval, NEWS } from './ended-bundle.ts';
import { DAY, HOUR, type Instant, toMs } from './instant.ts';
import type { LineKind } from './line.ts';
import type { Reading } from './reading.ts';
import type { ReadingRow } from './records.ts';
import { isUseForSure } from './single-fall.ts';

/** Not having looked for longer says nothing about what the credit went on. */
const GAP = 2 * DAY;
/** Credit that begins to fall so long after the end of a bundle is pay as you go, as the person knows by now. */
const JUST_ENDED = 1 * DAY;
/** Without a fall for so long the burning is over. */
const REST = 1 * DAY;
/** Falls that are further apart may be calls, which a bundle of data does not cover. */
const CLOSE = 3 * HOUR;
/** Equal falls so far apart are a fee of each day. */
const DAILY = 20 * HOUR;

export interface CreditStep {
  /** the row that this reading replaces */
  before: ReadingRow | null;
  reading: Reading;
  checkedAt: Instant;
  /** of the line */
  kind: LineKind;
  /** a top-up was credited or given back in between */
  settled: boolean;
}

type Pair = Omit<CreditStep, 'before'> & Interval;

const NOTHING: CreditWatch = { ended: null, falls: null };

/** Milliseconds from one to the other. */
const span = (a: Instant, b: Instant) => toMs(b) - toMs(a);
const later = (a: Instant, b: Instant) => (a > b ? a : b);

/** The carrier's instant where it told new figures then; an answer that was only confirmed held until it was checked. */
function measured({ asOf }: Reading, checkedAt: Instant): Instant {
  return asOf !== null && asOf < checkedAt ? asOf : checkedAt;
}

/** What the credit has done up to this reading. Readings that cannot be compared change nothing. */
export function watchCredit({ before, ...step }: CreditStep): CreditWatch {
  if (!before) return NOTHING;
  const known = before.watch ?? NOTHING;
  const gap = span(before.checkedAt, step.checkedAt);
  if (gap > GAP) return NOTHING;
  const { asOf } = step.reading;
  const isOld = asOf !== null && before.reading.asOf !== null && asOf < before.reading.asOf;
  if (gap < 0 || isOld) return { ...known, old: true };
  if (known.old) return { ...known, old: undefined };
  // Whatever the credit does meanwhile, it may have paid for this.
  const bought = step.settled || somethingBegan(before.reading, step.reading);
  if (!isComparable(before.reading, step.reading)) return bought ? { ...known, falls: null } : known;
  const fresh = before.changedAt === before.checkedAt;
  const from = fresh ? measured(before.reading, before.checkedAt) : before.checkedAt;
  const confirmed = asOf !== null && asOf === before.reading.asOf;
  const to = confirmed ? step.checkedAt : later(measured(step.reading, step.checkedAt), from);
  const pair = { before, ...step, from, to };
  const ended = endedBy(pair, known.ended);
  const fell = !bought && fallOf(pair) > 0;
  const calmSince = fell ? step.checkedAt : (known.calmSince ?? from);
  return { ended, falls: bought ? null : fallsBy(pair, known, ended), calmSince };
}

/** By how much the credit fell, minor units; below zero = it rose. */
function fallOf({ before, reading }: Pair): number {
  return (before.reading.credit?.amount ?? 0) - (reading.credit?.amount ?? 0);
}

/** Both tell a credit, of a line in service, and the later one measured anew what it tells anew. */
function isComparable(before: Reading, after: Reading): boolean {
  const serves = ['active', 'throttled', 'unknown'].includes(after.lineStatus);
  if (!serves || !before.credit || !after.credit) return false;
  return after.asOf === null || after.asOf !== before.asOf || after.credit.amount === before.credit.amount;
}

function fallsBy(pair: Pair, { falls: known, calmSince }: CreditWatch, ended: Ended | null): Falls | null {
  const { before, reading, checkedAt } = pair;
  const fall = fallOf(pair);
  if (fall < 0 || before.reading.credit?.currency !== reading.credit?.currency) return null;
  const rests = known !== null && span(known.lastAt, checkedAt) >= REST;
  const isNews = known !== null && (known.ended === null || span(known.ended.at, checkedAt) < NEWS);
  const open = rests || !isNews ? null : known;
  if (fall === 0) return open;
  const begun = beginning(pair, ended, fall, calmSince);
  if (!open || !begun || open.ended?.at !== begun.ended?.at) return begun && startsNow(begun) ? begun : open;
  if (!belongs(open, pair, fall)) return begun;
  return { ...open, amount: open.amount + fall, count: open.count + 1, last: fall, lastAt: checkedAt };
}

/** A fall where a bundle should have kept the credit whole; null = nothing says so. */
function beginning(
  { before, reading, kind, checkedAt, from, to }: Pair,
  ended: Ended | null,
  fall: number,
  calmSince: Instant | undefined,
): Falls | null {
  const currency = reading.credit?.currency ?? '';
  const first = { amount: fall, currency, count: 1, last: fall, lastAt: checkedAt };
  if (ended) {
    // An end of which no instant is told lies somewhere before it.
    const since = ended.at === to ? from : later(from, ended.at);
    if (to < ended.at) return null;
    const enough = isUseForSure({ reading, to, kind, fall, ended, calmSince });
    return { ...first, count: enough ? FALLS_OF_A_BURN : 1, since, label: ended.label, ended };
  }
  const cover = fullCover(reading, kind, to);
  if (!cover || !fullCover(before.reading, kind, from)) return null;
  return { ...first, since: from, label: cover.label, ended: null };
}

function startsNow({ ended, since }: Falls): boolean {
  return ended === null || span(ended.at, since) < JUST_ENDED;
}

/** A further fall is use like the one before, and neither the fee of the next day nor a call hours later. */
function belongs(open: Falls, { before, reading, kind, checkedAt, to }: Pair, fall: number): boolean {
  if (open.count >= FALLS_OF_A_BURN) return true;
  const apart = span(open.lastAt, checkedAt);
  if (apart >= DAILY && open.last === fall) return false;
  const byCalls = open.ended?.kind === 'data' && mayCostCalls(reading, kind, to);
  return !byCalls || apart < CLOSE || open.lastAt === before.checkedAt;
}
