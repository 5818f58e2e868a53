import { toMs } from '../domain/instant.ts';
import type { Deps } from './deps.ts';
import { nextJobs } from './next-jobs.ts';
import { startWait } from './start-wait.ts';

/**
 * Sets the alarm to the next instant at which a line wants to be asked and may be; not sooner than the schedule asks
 * after the start of the browser.
 */
export async function scheduleWake(deps: Deps): Promise<void> {
  const due = (await nextJobs(deps)).map(({ at }) => toMs(at));
  const wait = await startWait(deps);
  await deps.wakeAfter(due.length === 0 ? null : Math.max(wait, Math.min(...due) - deps.clock.now()));
}
