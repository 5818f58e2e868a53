import { prune } from '../domain/budget.ts';
import type { FailureFacts } from '../domain/failure.ts';
import type { Instant } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import { failuresAfter, nextPollAt } from '../domain/next-poll.ts';
import type { Attempt, ReadingRow } from '../domain/records.ts';
import { afterOrphan, isOrphaned, pollFloorMs } from '../domain/schedule.ts';
import type { Provider } from '../providers/contract.ts';
import type { Deps } from './deps.ts';
import { intervalOf } from './intervals.ts';
import type { HttpRun } from './ports.ts';

/** Who asks: the schedule, a person who waits, or the watch of a top-up. */
export type PollWhy = 'alarm' | 'person' | 'watch';

async function timingOf(deps: Deps, provider: Provider, line: Line) {
  const { phase } = await deps.settings.get();
  const interval = intervalOf(provider, line).intervalMs;
  return { interval, floor: pollFloorMs(provider), phase, random: deps.random };
}

/**
 * The row that is written before the request. A predecessor without an end is a background that died: it counts
 * as a failed poll, and its wait holds if this one dies as well.
 */
export async function openAttempt(
  deps: Deps,
  provider: Provider,
  line: Line,
  stored: Attempt | null,
  now: Instant,
): Promise<Attempt> {
  const orphan = stored !== null && isOrphaned(stored, now);
  const last = orphan ? afterOrphan(stored, { now, ...(await timingOf(deps, provider, line)) }) : stored;
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
  };
}

export interface ClosingPoll {
  line: Line;
  provider: Provider;
  attempt: Attempt;
  failure: FailureFacts | null;
  run: HttpRun | null;
  row: ReadingRow | null;
  now: Instant;
}

/** The row that is written after the request, with the next poll. */
export async function closeAttempt(deps: Deps, poll: ClosingPoll): Promise<Attempt> {
  const { line, provider, attempt, failure, run, row, now } = poll;
  const outcome = failure?.kind ?? 'ok';
  const failures = failuresAfter(attempt.failures, outcome);
  const next = nextPollAt({
    now,
    ...(await timingOf(deps, provider, line)),
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
    etags: run?.etags() ?? attempt.etags,
  };
}
