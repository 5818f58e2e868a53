import { startWait } from './browser-start.ts';
import { type Deps, nowOf } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { scheduleWake } from './schedule-wake.ts';

const COMPACTED = 'compacted-on';

/**
 * What every start of the background restores: badge, glance and the next alarm; once a day the history is made
 * compact. After a browser start nothing is asked at once, so that a million mornings do not begin together.
 */
export async function start(deps: Deps): Promise<void> {
  await refreshGlance(deps, 'all');
  const wait = await startWait(deps);
  if (wait > 0) await deps.wakeAfter(wait);
  else await scheduleWake(deps);
  await compactDaily(deps);
}

async function compactDaily(deps: Deps): Promise<void> {
  const today = nowOf(deps).slice(0, 10);
  if ((await deps.session.get(COMPACTED)) === today) return;
  await deps.store.compact(nowOf(deps));
  await deps.session.set(COMPACTED, today);
}
