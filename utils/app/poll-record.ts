import { watchCredit } from '../domain/credit-watch.ts';
import type { Instant } from '../domain/instant.ts';
import { asksTheSame, type Line, type LineKind } from '../domain/line.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadingRow, Sample } from '../domain/records.ts';
import { isOlder, sampleFor } from '../domain/samples.ts';
import type { TopUp } from '../domain/top-up.ts';
import { earlierValidity, wasUsed } from '../domain/validity.ts';
import { type Deps, nowOf } from './deps.ts';
import type { Outcome } from './poll.ts';
import { closeAttempt, type PollWhy } from './poll-attempt.ts';
import type { Begun } from './poll-begin.ts';
import { settleTopUps } from './watch-top-up.ts';

/**
 * Stores what a poll brought, in one transaction. To be called alone. What was asked of a line that is gone, or that
 * asks somebody else by now, belongs to nobody.
 */
export async function recordPoll(deps: Deps, begun: Begun, outcome: Outcome, why: PollWhy): Promise<void> {
  const { store } = deps;
  const now = nowOf(deps);
  const line = await store.line(begun.line.id);
  if (!line) return deps.session.forgetLine(begun.line.id);
  const { failure } = outcome;
  if (failure === 'locked') return store.putAttempt({ ...begun.attempt, finishedAt: now });
  if (!asksTheSame(line, begun.line))
    return store.putAttempt({ ...begun.attempt, finishedAt: now, nextPollAt: now });
  const read = failure ? null : nextRow(line, begun.before, outcome.reading, now);
  const topUps = await settleTopUps(deps, begun, read, outcome.checkouts, why);
  const row = read && { ...read, watch: watchOf(begun, line.kind, read, topUps) };
  const credited = topUps.some((topUp) => topUp.state === 'credited' && isEnded(topUp, begun));
  const sample = row && (await sampleOf(deps, begun.before, row, credited));
  const attempt = await closeAttempt(deps, { line, attempt: begun.attempt, failure, run: outcome.run, row });
  await store.savePoll({
    attempt,
    topUps,
    ...(row ? { reading: row } : {}),
    ...(sample ? { sample } : {}),
  });
}

/**
 * The row after a successful poll; an answer with the same figures renews only when it was checked. null = nothing was
 * learnt: what is known was measured after the answer, and is as old as before.
 */
function nextRow(
  line: Line,
  before: ReadingRow | null,
  reading: Reading | null,
  now: Instant,
): ReadingRow | null {
  if (reading && before && isOlder(reading, before, now)) return null;
  const current = reading ?? before?.reading;
  if (!current) return null;
  const used = before !== null && reading !== null && wasUsed(before.reading, reading);
  const usedAt = used ? now : before?.usedAt;
  const earlier = earlierValidity(before, current);
  const same = before !== null && figuresOf(before.reading) === figuresOf(current);
  return {
    v: 1,
    lineId: line.id,
    reading: current,
    checkedAt: now,
    changedAt: same ? before.changedAt : now,
    ...(earlier && { earlierValidity: earlier }),
    ...(usedAt && { usedAt }),
  };
}

/** What a carrier tells, but for when it wants to be asked next, which is another with each answer. */
function figuresOf(reading: Reading): string {
  return JSON.stringify({ ...reading, nextPollAt: null });
}

/** A top-up came to its end with this poll, not with one before. */
function isEnded({ settledAt }: TopUp, { attempt }: Begun): boolean {
  return settledAt !== null && settledAt >= attempt.startedAt;
}

function watchOf(begun: Begun, kind: LineKind, row: ReadingRow, topUps: readonly TopUp[]) {
  const { before } = begun;
  const settled = topUps.some((topUp) => isEnded(topUp, begun));
  return watchCredit({ before, reading: row.reading, checkedAt: row.checkedAt, kind, settled });
}

async function sampleOf(
  { store }: Deps,
  previous: ReadingRow | null,
  row: ReadingRow,
  topUpSettled: boolean,
): Promise<Sample | null> {
  return sampleFor({ last: await store.lastSample(row.lineId), previous, row, topUpSettled });
}
