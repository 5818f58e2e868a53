import { alone, storedLine } from './alone.ts';
import { inheritAsks } from './asks.ts';
import type { Deps } from './deps.ts';
import { draftSubject } from './draft.ts';
import { refreshGlance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { settleReferers } from './referers.ts';
import { scheduleWake } from './schedule-wake.ts';
import { eraseAll } from './transfer.ts';

/** Forgets a line: its secret first, then all that was kept of it; receipts stay if the person wishes so. */
export async function removeLine(deps: Deps, lineId: string, keepReceipts: boolean): Promise<void> {
  const { origins } = await alone(deps, async () => {
    const line = await storedLine(deps, lineId);
    await deps.secrets.remove(lineId);
    await deps.session.forgetLine(lineId);
    await inheritAsks(deps, lineId, draftSubject(line.origins));
    await deps.store.removeLine(lineId, keepReceipts);
    return line;
  });
  await inTurn([
    () => refreshGlance(deps, []),
    () => deps.clearNotifications(lineId),
    () => releaseUnused(deps, origins),
    () => scheduleWake(deps),
  ]);
}

/** Gives back the origins that no line needs any more. */
export async function releaseUnused(deps: Deps, origins: readonly string[]): Promise<void> {
  const needed = (await deps.store.lines()).flatMap((line) => line.origins);
  await inTurn([() => deps.releaseOrigins(origins, needed), () => settleReferers(deps)]);
}

/** Everything goes: secrets, lines, history, receipts, settings, and what the browser shows and allows. */
export async function eraseEverything(deps: Deps): Promise<void> {
  const lines = await alone(deps, async () => {
    const before = await deps.store.lines();
    await eraseAll(deps);
    return before;
  });
  await inTurn([
    () => refreshGlance(deps, 'all'),
    () => Promise.all(lines.map(({ id }) => deps.clearNotifications(id))),
    () =>
      deps.releaseOrigins(
        lines.flatMap(({ origins }) => origins),
        [],
      ),
    () => settleReferers(deps),
    () => scheduleWake(deps),
  ]);
}
