import { alone } from './alone.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { reviewAlerts } from './review-alerts.ts';

/** Holds the notifications of a line (null = all) back until an instant; null ends the pause. */
export async function pauseAlerts(deps: Deps, lineId: string | null, until: string | null): Promise<void> {
  await alone(deps, async () => {
    const lines = (await deps.store.lines()).filter((line) => lineId === null || line.id === lineId);
    await deps.store.putLines(lines.map((line) => ({ ...line, alertsPausedUntil: until })));
  });
  await inTurn([() => reviewAlerts(deps), () => refreshGlance(deps, [])]);
}
