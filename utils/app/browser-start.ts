import type { Deps } from './deps.ts';
import { inTurn } from './in-turn.ts';
import { countOrphans } from './orphans.ts';
import { pollDue } from './poll-due.ts';
import { startWait } from './start-wait.ts';

/** An alarm has rung. Those that were missed while the browser was closed ring at its start, where nothing is asked. */
export async function pollOnAlarm(deps: Deps): Promise<void> {
  const wait = await startWait(deps);
  if (wait > 0) return deps.wakeAfter(wait);
  await inTurn([() => countOrphans(deps), () => pollDue(deps)]);
}
