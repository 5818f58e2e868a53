import { type Deps, nowOf } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { countOrphans } from './orphans.ts';
import { settleReferers } from './referers.ts';
import { scheduleWake } from './schedule-wake.ts';

const COMPACTED = 'compacted-on';

/**
 * What every start of the background restores: polls that the one before left unfinished, the next alarm, glance and
 * badge; once a day the history is made compact. Each of them whatever becomes of the others.
 */
export function start(deps: Deps): Promise<void> {
  return inTurn([
    () => countOrphans(deps),
    () => scheduleWake(deps),
    () => refreshGlance(deps, []),
    () => settleReferers(deps),
    () => compactDaily(deps),
  ]);
}

async function compactDaily(deps: Deps): Promise<void> {
  const today = nowOf(deps).slice(0, 10);
  if ((await deps.session.get(COMPACTED)) === today) return;
  await deps.store.compact(nowOf(deps));
  await deps.session.set(COMPACTED, today);
}
