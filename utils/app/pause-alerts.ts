import { DAY, toInstant } from '../domain/instant.ts';
import { alone } from './alone.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { reviewAlerts } from './review-alerts.ts';

const SNOOZE = DAY;

/** The line that a notification speaks of; null = it speaks of several. */
export function lineOfNotice(id: string): string | null {
  return /^line:([^:]+):/.exec(id)?.[1] ?? null;
}

/** The alerts that a notification speaks of are to be quiet for a day. */
export function snooze(deps: Deps, noticeId: string): Promise<void> {
  return pauseAlerts(deps, lineOfNotice(noticeId), toInstant(deps.clock.now() + SNOOZE));
}

/** Holds the notifications of a line (null = all) back until an instant; null ends the pause. */
export async function pauseAlerts(deps: Deps, lineId: string | null, until: string | null): Promise<void> {
  await alone(deps, async () => {
    const lines = (await deps.store.lines()).filter((line) => lineId === null || line.id === lineId);
    await deps.store.putLines(lines.map((line) => ({ ...line, alertsPausedUntil: until })));
  });
  await inTurn([() => reviewAlerts(deps), () => refreshGlance(deps, [])]);
}
