import { startDelay } from '../domain/schedule.ts';
import { type Deps, nowOf } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { scheduleWake } from './schedule-wake.ts';

const STARTED = 'started';
const COMPACTED = 'compacted-on';

/**
 * What every start of the background restores: badge, glance and the next alarm; once a day the history is made
 * compact. After a browser start nothing is asked at once, so that a million mornings do not begin together.
 */
export async function start(deps: Deps): Promise<void> {
  await refreshGlance(deps, 'all');
  if (await deps.session.get(STARTED)) await scheduleWake(deps);
  else {
    await deps.session.set(STARTED, true);
    await deps.wakeAfter(startDelay(deps.random));
  }
  await compactDaily(deps);
}

async function compactDaily(deps: Deps): Promise<void> {
  const today = nowOf(deps).slice(0, 10);
  if ((await deps.session.get(COMPACTED)) === today) return;
  await deps.store.compact(nowOf(deps));
  await deps.session.set(COMPACTED, today);
}
