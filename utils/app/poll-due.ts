import { toMs } from '../domain/instant.ts';
import { isDue } from '../domain/schedule.ts';
import { isPending } from '../domain/top-up-outcome.ts';
import { nextWatch } from '../domain/top-up-watch.ts';
import { providerById } from '../providers/registry.ts';
import type { RefreshResult } from './commands.ts';
import { type Deps, nowOf } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { intervalOf } from './intervals.ts';
import { pollLine } from './poll.ts';
import type { PollWhy } from './poll-attempt.ts';
import { reviewAlerts } from './review-alerts.ts';
import { scheduleWake } from './schedule-wake.ts';

/** Lines asked at the same time. */
const CONCURRENCY = 4;
/** After this long a run begins no further poll: browsers end a background that works much longer. */
const RUN_BUDGET_MS = 25_000;

interface Job {
  lineId: string;
  why: PollWhy;
}

/** Polls every line that is due, tells what is due to be told, and sets the next alarm. */
export async function pollDue(deps: Deps): Promise<void> {
  const jobs = await dueJobs(deps);
  await runJobs(deps, jobs);
  await reviewAlerts(deps);
  await refreshGlance(
    deps,
    jobs.map(({ lineId }) => lineId),
  );
  await scheduleWake(deps);
}

/** Polls the named lines (null = all) for a person who is waiting. */
export async function pollAndShow(
  deps: Deps,
  lineIds: readonly string[] | null,
  why: PollWhy,
): Promise<RefreshResult[]> {
  const ids = lineIds ?? (await deps.store.lines()).map(({ id }) => id);
  const results = await runJobs(
    deps,
    ids.map((lineId) => ({ lineId, why })),
  );
  await reviewAlerts(deps);
  await refreshGlance(deps, ids);
  await scheduleWake(deps);
  return results;
}

async function dueJobs(deps: Deps): Promise<Job[]> {
  const now = nowOf(deps);
  const jobs: Job[] = [];
  for (const line of await deps.store.lines()) {
    if (line.paused) continue;
    if (await isWatchDue(deps, line.id)) jobs.push({ lineId: line.id, why: 'watch' });
    else if (isDue(await deps.store.attempt(line.id), now)) jobs.push({ lineId: line.id, why: 'alarm' });
  }
  return jobs;
}

async function isWatchDue(deps: Deps, lineId: string): Promise<boolean> {
  const line = await deps.store.line(lineId);
  if (!line) return false;
  const now = nowOf(deps);
  const timing = intervalOf(providerById(line.providerId), line);
  const attempt = await deps.store.attempt(lineId);
  return (await deps.store.topUps(lineId)).filter(isPending).some((topUp) => {
    if (topUp.nextWatchAt && topUp.nextWatchAt <= now) return true;
    // A page that was opened after the last watch shortens the wait.
    const last = attempt?.startedAt ?? topUp.openedAt;
    const at = deps.pageOpen() ? nextWatch({ topUp, now: last, pageOpen: true, ...timing }) : null;
    return at !== null && toMs(at) <= toMs(now);
  });
}

async function runJobs(deps: Deps, jobs: readonly Job[]): Promise<RefreshResult[]> {
  const results: RefreshResult[] = [];
  const end = deps.clock.now() + RUN_BUDGET_MS;
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job && deps.clock.now() < end; job = waiting.shift())
      results.push(await pollLine(deps, job.lineId, job.why));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return results;
}
