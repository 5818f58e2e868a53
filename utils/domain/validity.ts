import { latest } from './alert-condition.ts';
import { dayIn } from './format.ts';
import { type Instant, SECOND, toInstant } from './instant.ts';
import { LAPSE_DAYS } from './lapse-days.ts';
import type { Line } from './line.ts';
import type { Reading } from './reading.ts';
import type { ReadingRow } from './records.ts';
import { addDays, startOfDay } from './stretches.ts';
import type { TopUp } from './top-up.ts';

/** When a number lapses, and by whose word. */
export interface Validity {
  at: Instant;
  /** it may come a day sooner or later */
  estimated: boolean;
  /** when the carrier last said so; absent = just now, or it did not */
  toldAt?: Instant;
  /** the person's own rule, by which it was reckoned; `from` is a calendar day */
  rule?: { days: number; after: 'top-up' | 'use'; from: string };
}

export interface ValidityInput {
  line: Pick<Line, 'lapse'>;
  row: Pick<ReadingRow, 'reading' | 'checkedAt' | 'earlierValidity' | 'usedAt'> | null;
  topUps: readonly TopUp[];
  now: Instant;
  /** IANA zone in which the line's days are counted; null = the browser's */
  zone: string | null;
}

/**
 * When the number lapses; null = not known. What the carrier says counts before any rule. A date that it told once
 * and now leaves out goes on counting down, however old: time passes without being told. Only a top-up that was
 * credited since makes it void.
 */
export function validityOf(input: ValidityInput): Validity | null {
  const known = lastTold(input.row);
  // By our own clock, as a carrier's may be off.
  const credits = input.topUps.filter(({ state }) => state === 'credited');
  const credited = latest(credits.map(({ settledAt }) => settledAt));
  if (known && (credited === null || credited <= known.toldAt)) return known;
  return byRule(input, credited);
}

/** The carrier's latest word, and when it was heard. */
function lastTold(row: ValidityInput['row']): (Validity & { toldAt: Instant }) | undefined {
  const told = row?.reading.validUntil;
  return told ? { ...told, toldAt: row.checkedAt } : row?.earlierValidity;
}

/** What is kept of the end that the carrier told, once a reading leaves it out. */
export function earlierValidity(before: ReadingRow | null, reading: Reading): ReadingRow['earlierValidity'] {
  if (!before || reading.validUntil) return undefined;
  const told = before.reading.validUntil;
  return told ? { ...told, toldAt: before.checkedAt } : before.earlierValidity;
}

/** To the last second of its day. A day that is yet to come is a slip of the pen, and is not counted from. */
function byRule({ line, row, now, zone }: ValidityInput, credited: Instant | null): Validity | null {
  const rule = line.lapse?.rule;
  if (!rule) return null;
  const { days, after, lastOn } = rule;
  const seen = [credited, after === 'use' ? row?.usedAt : null].filter((at) => typeof at === 'string');
  const known = [lastOn, ...seen.map((at) => dayIn(at, zone))].filter((day) => day !== null);
  const today = dayIn(now, zone);
  const from = known
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  if (from === undefined) return null;
  const end = startOfDay(addDays(from, days + 1), zone) - SECOND;
  return { at: toInstant(end), estimated: true, rule: { days, after, from } };
}

/** The days before the end on which to warn. Of a short rule the long steps would be reached at once. */
export function warnDaysOf({ lapse }: Pick<Line, 'lapse'>, { rule }: Validity): readonly number[] {
  const steps = lapse?.warnDays ?? LAPSE_DAYS;
  return rule ? steps.filter((days) => 2 * days <= rule.days) : steps;
}

/**
 * Whether something was used from one reading to the next. Credit that falls is no sign of it: a fee, a bundle or its
 * own end takes it as well, and a number would be thought to live longer than it does.
 */
export function wasUsed(before: Reading, after: Reading): boolean {
  return after.buckets.some((bucket) => {
    if (bucket.kind === 'money' || bucket.kind === 'other' || bucket.state === 'expired') return false;
    const was = before.buckets.find(({ id }) => id === bucket.id);
    if (!was) return false;
    if (was.used !== null && bucket.used !== null) return bucket.used > was.used;
    const sameTotal = was.total === bucket.total;
    return (
      sameTotal && was.remaining !== null && bucket.remaining !== null && bucket.remaining < was.remaining
    );
  });
}
