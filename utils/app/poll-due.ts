import type { GlanceLine } from '../domain/glance.ts';
import { isAway } from '../domain/next-poll.ts';
import { isWatched } from '../domain/top-up-outcome.ts';
import type { RefreshResult } from './commands.ts';
import { type Deps, nowOf } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { type LineJob, nextJobs } from './next-jobs.ts';
import { pollLine } from './poll.ts';
import type { PollWhy } from './poll-attempt.ts';
import { reviewAlerts } from './review-alerts.ts';
import { scheduleWake } from './schedule-wake.ts';

/** Lines asked at the same time. */
const CONCURRENCY = 4;
/** After this long a run begins no further poll: browsers end a background that works much longer. */
const RUN_BUDGET_MS = 25_000;

interface Wanted {
  lineId: string;
  why: PollWhy;
}

/**
 * Polls every line that is due, tells what is due to be told, and sets the next alarm. Events that come in a swarm are
 * one: who comes while it runs has nothing to add.
 */
export async function pollDue(deps: Deps): Promise<void> {
  await deps.locks.ifFree('poll-due', () => pollDueNow(deps));
}

/** As `pollDue`, for a person who has just made lines due. */
export async function pollDueNow(deps: Deps): Promise<void> {
  await pollAndTell(deps, await dueJobs(deps));
}

/**
 * A page of ours is open, and says so every few seconds: a pending top-up is watched more closely, and a line that
 * needs a network, or another one, is tried again. Costs one read where there is neither, and nothing is told anew
 * where nothing was asked.
 */
export async function pollWatched(deps: Deps): Promise<void> {
  const glance = await deps.store.glance();
  const waits = ({ topUp, failure }: GlanceLine) =>
    (failure !== null && isAway(failure.kind)) || (topUp !== null && isWatched(topUp));
  if (!glance?.lines.some(waits)) return;
  const jobs = (await dueJobs(deps)).filter(({ why }) => why !== 'alarm');
  if (jobs.length > 0) await pollAndTell(deps, jobs);
}

/** Polls the named lines (null = all) for a person who is waiting. */
export async function pollAndShow(deps: Deps, lineIds: readonly string[] | null): Promise<RefreshResult[]> {
  const ids = lineIds ?? (await deps.store.lines()).map(({ id }) => id);
  return pollAndTell(
    deps,
    ids.map((lineId) => ({ lineId, why: 'person' })),
  );
}

async function dueJobs(deps: Deps): Promise<LineJob[]> {
  const jobs = await nextJobs(deps);
  return jobs.filter(({ at }) => at <= nowOf(deps)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** Whatever fails, the rest is done; then what failed first is thrown. */
async function pollAndTell(deps: Deps, jobs: readonly Wanted[]): Promise<RefreshResult[]> {
  const results: RefreshResult[] = [];
  await inTurn([
    () => runJobs(deps, jobs, results),
    () => reviewAlerts(deps),
    () =>
      refreshGlance(
        deps,
        jobs.map(({ lineId }) => lineId),
      ),
    () => scheduleWake(deps),
  ]);
  return results;
}

/** What is not begun when the run has lasted its time stays due. */
async function runJobs(deps: Deps, jobs: readonly Wanted[], results: RefreshResult[]): Promise<void> {
  const end = deps.clock.now() + RUN_BUDGET_MS;
  const waiting = [...jobs];
  const defects: unknown[] = [];
  const work = async () => {
    for (let job = waiting.shift(); job && deps.clock.now() < end; job = waiting.shift()) {
      const { lineId, why } = job;
      const done = pollLine(deps, lineId, why).then((result) => results.push(result));
      await done.catch((error: unknown) => defects.push(error));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  if (defects.length > 0) throw defects[0];
}
