import type { FailureKind } from '../domain/failure.ts';
import type { Line } from '../domain/line.ts';
import { isAway } from '../domain/next-poll.ts';
import type { Attempt } from '../domain/records.ts';
import { providerById } from '../providers/registry.ts';
import { alone } from './alone.ts';
import type { Deps } from './deps.ts';
import { refreshGlance } from './glance.ts';
import { inTurn } from './in-turn.ts';
import { failUnasked, tryOnceMore } from './poll-attempt.ts';
import { pollMended } from './poll-mended.ts';
import { settleReferers } from './referers.ts';
import { reviewAlerts } from './review-alerts.ts';
import { scheduleWake } from './schedule-wake.ts';

/**
 * After a permission was given or taken: lines that may no longer be asked say so at once and are left alone, those
 * that may be asked again are.
 */
export async function reviewAccess(deps: Deps): Promise<void> {
  const back: string[] = [];
  for (const { id } of await deps.store.lines()) {
    const change = await alone(deps, () => reviewLine(deps, id));
    if (change === 'back') back.push(id);
  }
  await settleReferers(deps);
  if (back.length > 0) await pollMended(deps, back, ({ failure }) => failure?.kind !== 'no-access');
  else await inTurn([() => reviewAlerts(deps), () => refreshGlance(deps, []), () => scheduleWake(deps)]);
}

/** To be called alone. */
async function reviewLine(deps: Deps, lineId: string): Promise<'lost' | 'back' | null> {
  const line = await deps.store.line(lineId);
  if (!line) return null;
  const attempt = await deps.store.attempt(lineId);
  const knownToLack = attempt?.failure?.kind === 'no-access';
  const missing = await missingOrigin(deps, line);
  if (missing === null) return knownToLack ? 'back' : null;
  if (knownToLack) return null;
  await failUnasked(deps, line, attempt, { kind: 'no-access', retryAt: null, detail: missing });
  return 'lost';
}

async function missingOrigin(deps: Deps, { origins }: Line): Promise<string | null> {
  for (const origin of origins) if (!(await deps.hasAccess(origin))) return origin;
  return null;
}

/**
 * The browser is back on a network: what failed for want of one, or of another one, is asked again, after whatever is
 * still being asked on the network before. Browsers tell of a network that carries nothing yet, so that a line without
 * a connection is tried once more.
 */
export async function pollBackOnline(deps: Deps): Promise<void> {
  const lines = new Map((await deps.store.lines()).map((line) => [line.id, line]));
  const isSettled = ({ lineId, failure }: Attempt) => {
    const line = lines.get(lineId);
    return !line || !failure || !mayBeAway(line, failure.kind);
  };
  const asked = await pollMended(deps, [...lines.keys()], isSettled);
  for (const lineId of asked) await alone(deps, () => tryOnceMore(deps, lineId));
  await scheduleWake(deps);
}

/** On another network another device may have the address of a line's own, and answer anything, or nothing. */
function mayBeAway({ providerId }: Line, kind: FailureKind): boolean {
  return isAway(kind) || (kind !== 'no-access' && providerById(providerId)?.network === 'local');
}
