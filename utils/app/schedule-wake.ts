import { toMs } from '../domain/instant.ts';
import { isPending } from '../domain/top-up-outcome.ts';
import type { Deps } from './deps.ts';

/** Sets the alarm to the next instant at which a line or a pending top-up wants to be asked. */
export async function scheduleWake(deps: Deps): Promise<void> {
  const due: number[] = [];
  for (const line of await deps.store.lines()) {
    if (line.paused) continue;
    const attempt = await deps.store.attempt(line.id);
    if (attempt?.nextPollAt) due.push(toMs(attempt.nextPollAt));
  }
  for (const topUp of (await deps.store.topUps()).filter(isPending))
    if (topUp.nextWatchAt) due.push(toMs(topUp.nextWatchAt));
  await deps.wakeAfter(due.length === 0 ? null : Math.max(0, Math.min(...due) - deps.clock.now()));
}
