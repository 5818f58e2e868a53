import type { Line } from '../domain/line.ts';
import { afterOrphan } from '../domain/schedule.ts';
import { alone } from './alone.ts';
import { type Deps, nowOf } from './deps.ts';
import { planOf } from './poll-attempt.ts';

/**
 * Polls that a background before this one left without an end, however lately: nobody holds their lock any more. They
 * are failures and wait as such, and nothing looks as if it were still being asked. The lock itself is not taken: a click
 * at that moment would hear that the line is being asked.
 */
export async function countOrphans(deps: Deps): Promise<void> {
  for (const line of await deps.store.lines()) {
    if ((await deps.store.attempt(line.id))?.finishedAt !== null) continue;
    await alone(deps, () => countOrphan(deps, line));
  }
}

async function countOrphan(deps: Deps, line: Line): Promise<void> {
  if (await deps.locks.isHeld(`poll:${line.id}`)) return;
  const attempt = await deps.store.attempt(line.id);
  if (attempt?.finishedAt !== null || !(await deps.store.line(line.id))) return;
  const plan = await planOf(deps, line);
  await deps.store.putAttempt(afterOrphan(attempt, { now: nowOf(deps), ...plan }));
}
