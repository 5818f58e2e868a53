import { Failure, type FailureFacts } from '../domain/failure.ts';
import type { Instant } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import { LockedError } from '../domain/locked.ts';
import type { Checkout } from '../domain/offers.ts';
import { type Reading, readingSchema } from '../domain/reading.ts';
import type { Attempt, ReadingRow } from '../domain/records.ts';
import { allowedAt } from '../domain/refresh.ts';
import { sampleFor } from '../domain/samples.ts';
import type { TopUp } from '../domain/top-up.ts';
import { isPending } from '../domain/top-up-outcome.ts';
import { type Access, accessOf, askCarrier, type CarrierWork } from './carrier.ts';
import type { RefreshResult } from './commands.ts';
import { type Deps, nowOf } from './deps.ts';
import { closeAttempt, openAttempt, type PollWhy } from './poll-attempt.ts';
import type { HttpRun } from './ports.ts';
import { askCheckouts, settleTopUps } from './watch-top-up.ts';

/** What one run of requests brought: a reading, an unchanged answer, or a failure; and the word on checkouts. */
interface Outcome {
  /** null = the figures are as before, or the poll failed */
  reading: Reading | null;
  failure: FailureFacts | null;
  run: HttpRun | null;
  checkouts: Map<string, Checkout>;
}

/**
 * Polls one line and stores what came of it. One run per line at a time, whoever asks; never beyond the budget.
 * The attempt is written before the request, so that a worker that dies in between leaves a trace.
 */
export async function pollLine(deps: Deps, lineId: string, why: PollWhy): Promise<RefreshResult> {
  const result = await deps.locks.ifFree(`poll:${lineId}`, () => pollUnlocked(deps, lineId, why));
  return result ?? { lineId, outcome: 'in-progress', at: null };
}

async function pollUnlocked(deps: Deps, lineId: string, why: PollWhy): Promise<RefreshResult> {
  const line = await deps.store.line(lineId);
  if (!line || line.paused) return { lineId, outcome: 'paused', at: null };
  const access = await accessOf(deps, line).catch((error: unknown) => {
    if (error instanceof LockedError) return null;
    throw error;
  });
  if (!access) return { lineId, outcome: 'locked', at: null };
  const last = await deps.store.attempt(lineId);
  const topUps = (await deps.store.topUps(lineId)).filter(isPending);
  const now = nowOf(deps);
  const permit = allowedAt({ attempt: last, ...access.provider, now, watch: why === 'watch' });
  if (permit !== null) return { lineId, outcome: 'not-before', at: permit };
  const attempt = await openAttempt(deps, access.provider, line, last, now);
  await deps.store.putAttempt(attempt);
  const before = await deps.store.reading(lineId);
  const outcome = await askLine(deps, access, line, attempt, before, topUps);
  await record(deps, { line, access, attempt, before, topUps, outcome, why });
  if (outcome.failure) return { lineId, outcome: 'failed', at: null };
  return { lineId, outcome: outcome.reading ? 'read' : 'unchanged', at: null };
}

async function askLine(
  deps: Deps,
  access: Access,
  line: Line,
  attempt: Attempt,
  before: ReadingRow | null,
  topUps: readonly TopUp[],
): Promise<Outcome> {
  const checkouts = await askCheckouts(deps, access, topUps);
  // Without a kept reading an "unchanged" would leave nothing to show.
  const etags = before ? attempt.etags : {};
  try {
    const read: CarrierWork<Reading> = (provider, values, context) => provider.read(values, context);
    const { value, run } = await askCarrier(deps, access, read, etags);
    return { reading: value && checkReading(value), failure: null, run, checkouts };
  } catch (error) {
    return { reading: null, failure: failureOf(error, line), run: null, checkouts };
  }
}

/** The last wall between a provider and the store. */
function checkReading(value: Reading): Reading {
  const parsed = readingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Failure('unreadable', `reading: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}

/** A defect of ours is told as `unreadable`, with its name for diagnostics, and never stops the next poll. */
function failureOf(error: unknown, line: Line): FailureFacts {
  if (error instanceof Failure) return { kind: error.kind, retryAt: error.retryAt, detail: error.detail };
  const name = error instanceof Error ? error.name : typeof error;
  return { kind: 'unreadable', retryAt: null, detail: `defect in ${line.providerId}: ${name}` };
}

interface Poll {
  line: Line;
  access: Access;
  attempt: Attempt;
  before: ReadingRow | null;
  topUps: readonly TopUp[];
  outcome: Outcome;
  why: PollWhy;
}

async function record(deps: Deps, poll: Poll): Promise<void> {
  const { line, outcome, before } = poll;
  const now = nowOf(deps);
  const row = outcome.failure ? null : nextRow(line, before, outcome.reading, now);
  const topUps = settleTopUps(
    deps,
    poll.access,
    poll.topUps,
    row?.reading ?? null,
    outcome.checkouts,
    poll.why,
  );
  const sample =
    row &&
    sampleFor({
      last: await deps.store.lastSample(line.id),
      previous: before,
      row,
      topUpSettled: topUps.some((topUp) => topUp.state === 'credited'),
    });
  const attempt = await closeAttempt(deps, {
    line,
    provider: poll.access.provider,
    attempt: poll.attempt,
    failure: outcome.failure,
    run: outcome.run,
    row,
    now,
  });
  await deps.store.savePoll({
    attempt,
    topUps,
    ...(row ? { reading: row } : {}),
    ...(sample ? { sample } : {}),
  });
}

/** The row after a successful poll; an answer with the same figures renews only when it was checked. */
function nextRow(
  line: Line,
  before: ReadingRow | null,
  reading: Reading | null,
  now: Instant,
): ReadingRow | null {
  const current = reading ?? before?.reading;
  if (!current) return null;
  const same = before !== null && JSON.stringify(before.reading) === JSON.stringify(current);
  return {
    v: 1,
    lineId: line.id,
    reading: current,
    checkedAt: now,
    changedAt: same ? before.changedAt : now,
  };
}
