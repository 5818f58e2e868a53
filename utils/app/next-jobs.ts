import type { Line } from '../domain/line.ts';
import { type Job, nextJob } from '../domain/next-job.ts';
import type { TopUp } from '../domain/top-up.ts';
import { type Deps, nowOf } from './deps.ts';
import { timingOf } from './intervals.ts';

export interface LineJob extends Job {
  lineId: string;
}

/** The next poll that each line wants by itself. */
export async function nextJobs(deps: Deps): Promise<LineJob[]> {
  const [lines, topUps, state] = await Promise.all([
    deps.store.lines(),
    deps.store.topUps(),
    deps.secrets.state(),
  ]);
  const byLine = Map.groupBy(topUps, ({ lineId }) => lineId);
  const jobs = lines.map(async (line) => {
    const job = await jobOf(deps, line, byLine.get(line.id) ?? [], state === 'locked');
    return job && { ...job, lineId: line.id };
  });
  return (await Promise.all(jobs)).filter((job) => job !== null);
}

async function jobOf(deps: Deps, line: Line, topUps: readonly TopUp[], locked: boolean): Promise<Job | null> {
  const resting = locked && (await deps.secrets.has(line.id));
  const attempt = await deps.store.attempt(line.id);
  return nextJob({
    resting,
    paused: line.paused,
    attempt,
    topUps,
    now: nowOf(deps),
    pageOpen: deps.pageOpen(),
    ...timingOf(line),
  });
}
