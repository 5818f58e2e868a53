import type { Line } from '../domain/line.ts';
import { FieldError } from '../providers/contract.ts';
import { alone, storedLine } from './alone.ts';
import type { LineEdit } from './commands.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { checkOwnLink } from './own-link.ts';
import { planSooner } from './poll-attempt.ts';
import { pollDueNow } from './poll-due.ts';
import { reviewAlerts } from './review-alerts.ts';

/** Changes what is stored of a line; what that makes due is asked, and told, at once. Throws CommandFailure, FieldError. */
export async function editLine(deps: Deps, lineId: string, edit: LineEdit): Promise<void> {
  checkZone(edit.zone ?? null);
  const { topUpUrl, name, ...rest } = edit;
  const changes: Partial<Line> = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  );
  if (topUpUrl !== undefined) changes.topUpUrl = checkOwnLink(topUpUrl);
  if (name !== undefined) changes.name = name.trim();
  await alone(deps, async () => {
    const line = { ...(await storedLine(deps, lineId)), ...changes };
    await deps.store.putLines([line, ...(edit.pinned ? await unpinned(deps, lineId) : [])]);
    if (edit.pollMinutes !== undefined) await planSooner(deps, line);
  });
  const wakes = edit.paused === false || edit.pollMinutes !== undefined;
  await inTurn([
    () => reviewAlerts(deps),
    () => refreshGlance(deps, [lineId]),
    ...(wakes ? [() => pollDueNow(deps)] : []),
  ]);
}

/** Days could not be told in a zone that nobody knows. */
function checkZone(zone: string | null): void {
  if (zone === null) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new FieldError('zone', 'malformed');
  }
}

/** Only one line can stand in the badge. */
async function unpinned(deps: Deps, pinnedId: string): Promise<Line[]> {
  const others = (await deps.store.lines()).filter(({ pinned, id }) => pinned && id !== pinnedId);
  return others.map((line) => ({ ...line, pinned: false }));
}

export async function orderLines(deps: Deps, lineIds: readonly string[]): Promise<void> {
  await alone(deps, async () => {
    const lines = await deps.store.lines();
    const place = (line: Line) => {
      const index = lineIds.indexOf(line.id);
      return index < 0 ? lineIds.length + line.order : index;
    };
    await deps.store.putLines(lines.map((line) => ({ ...line, order: place(line) })));
  });
  await refreshGlance(deps, []);
}
