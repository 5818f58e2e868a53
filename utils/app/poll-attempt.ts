import { prune } from '../domain/budget.ts';
import type { FailureFacts } from '../domain/failure.ts';
import { SECOND, toInstant } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import type { Job } from '../domain/next-job.ts';
import { failuresAfter, needsPerson, nextPollAt } from '../domain/next-poll.ts';
import type { Attempt, ReadingRow } from '../domain/records.ts';
import { afterOrphan, isOrphaned } from '../domain/schedule.ts';
import { type Deps, nowOf } from './deps.ts';
import { timingOf } from './intervals.ts';
import type { HttpRun } from './ports.ts';

/** Who asks: a person who waits, or one of the jobs of a line. */
export type PollWhy = Job['why'] | 'person';

type AttemptDeps = Pick<Deps, 'clock' | 'random' | 'settings' | 'store'>;

/** What the schedule of a line is reckoned with. */
export async function planOf(deps: AttemptDeps, line: Line) {
  const { intervalMs, floorMs } = timingOf(line);
  const { phase } = await deps.settings.get();
  return { interval: intervalMs, floor: floorMs, phase, random: deps.random };
}

/**
 * The row that is written before the request. A predecessor without an end is a background that died: it counts as a
 * failed poll, and its wait holds if this one dies as well.
 */
export async function openAttempt(deps: AttemptDeps, line: Line, stored: Attempt | null): Promise<Attempt> {
  const now = nowOf(deps);
  const orphan = stored !== null && isOrphaned(stored, now);
  const last = orphan ? afterOrphan(stored, { now, ...(await planOf(deps, line)) }) : stored;
  return {
    v: 1,
    lineId: line.id,
    startedAt: now,
    finishedAt: null,
    failure: last?.failure ?? null,
    failures: last?.failures ?? 0,
    lastSuccessAt: last?.lastSuccessAt ?? null,
    nextPollAt: last?.nextPollAt ?? now,
    recent: [...prune(last?.recent ?? [], now), now],
    etags: last?.etags ?? {},
    clockSkew: last?.clockSkew ?? null,
  };
}

export interface ClosingPoll {
  line: Line;
  attempt: Attempt;
  failure: FailureFacts | null;
  run: HttpRun | null;
  /** null = nothing was learnt */
  row: ReadingRow | null;
}

/** The row that is written after the request, with the next poll. */
export async function closeAttempt(deps: AttemptDeps, poll: ClosingPoll): Promise<Attempt> {
  const { line, attempt, failure, run, row } = poll;
  const now = nowOf(deps);
  const outcome = failure?.kind ?? 'ok';
  const failures = failuresAfter(attempt.failures, outcome);
  const next = nextPollAt({
    now,
    ...(await planOf(deps, line)),
    outcome,
    hint: row?.reading.nextPollAt ?? null,
    freshUntil: run?.freshUntil() ?? null,
    retryAt: failure?.retryAt ?? null,
    failures,
  });
  return {
    ...attempt,
    finishedAt: now,
    failure,
    failures,
    lastSuccessAt: failure ? attempt.lastSuccessAt : now,
    nextPollAt: next,
    // Of an answer that was not taken, "unchanged" would confirm what it does not tell.
    etags: (row && run?.etags()) ?? attempt.etags,
    clockSkew: run ? run.clockSkew() : (attempt.clockSkew ?? null),
  };
}

/** A failure that is known without asking: it costs nothing of the budget. Answers the row as stored. */
export async function failUnasked(
  deps: AttemptDeps,
  line: Line,
  stored: Attempt | null,
  failure: FailureFacts,
): Promise<Attempt> {
  const opened = await openAttempt(deps, line, stored);
  const attempt = { ...opened, recent: opened.recent.slice(0, -1) };
  const closed = await closeAttempt(deps, { line, attempt, failure, run: null, row: null });
  await deps.store.putAttempt(closed);
  return closed;
}

/** The person has mended what stood in the way: the line is due again, as soon as its budget allows. */
export async function freeAttempt(deps: AttemptDeps, stored: Attempt): Promise<void> {
  const mended = stored.failure !== null && needsPerson(stored.failure.kind);
  const failure = mended ? null : stored.failure;
  await deps.store.putAttempt({ ...stored, failure, nextPollAt: nowOf(deps) });
}

/** The browser says that there is a network, and no connection came about: perhaps it came too early. */
export async function tryOnceMore(deps: AttemptDeps, lineId: string): Promise<void> {
  const stored = await deps.store.attempt(lineId);
  const soon = toInstant(deps.clock.now() + 30 * SECOND);
  if (stored?.failure?.kind !== 'offline' || stored.nextPollAt === null || stored.nextPollAt < soon) return;
  await deps.store.putAttempt({ ...stored, nextPollAt: soon });
}

/** The interval has become shorter: a next poll that was planned by the longer one comes sooner. */
export async function planSooner(deps: AttemptDeps, line: Line): Promise<void> {
  const stored = await deps.store.attempt(line.id);
  if (!stored?.finishedAt || stored.failure || stored.nextPollAt === null) return;
  const row = await deps.store.reading(line.id);
  const facts = { outcome: 'ok', freshUntil: null, retryAt: null, failures: 0 } as const;
  const hint = row?.reading.nextPollAt ?? null;
  const planned = nextPollAt({ now: stored.finishedAt, ...(await planOf(deps, line)), ...facts, hint });
  if (planned !== null && planned < stored.nextPollAt)
    await deps.store.putAttempt({ ...stored, nextPollAt: planned });
}
