import { type Condition, condition } from './alert-condition.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey, parseAlertKey } from './episodes.ts';
import type { AlertKind } from './glance.ts';
import { DAY, type Instant, toMs } from './instant.ts';
import type { TopUp } from './top-up.ts';

/** An outcome older than this is no news, as after an import. */
const NEWS_FOR = 3 * DAY;

function isNews({ settledAt, dismissed }: TopUp, isWaiting: boolean, now: Instant): boolean {
  return !dismissed && settledAt !== null && (isWaiting || toMs(now) - toMs(settledAt) < NEWS_FOR);
}

/** `waiting`: keys of what was held back since it was news. */
function ofTopUp(topUp: TopUp, waiting: ReadonlySet<string>, now: Instant): Condition[] {
  const { id, state, dismissed } = topUp;
  const once = (kind: AlertKind, holds: (key: string) => boolean) => {
    const key = alertKey(kind, null, id);
    return condition(key, holds(key), { once: true });
  };
  const news = (key: string) => isNews(topUp, waiting.has(key), now);
  return [
    once('topped-up', (key) => state === 'credited' && news(key)),
    once('top-up-failed', (key) => (state === 'failed' || state === 'refunded') && news(key)),
    once('top-up-overdue', () => state === 'overdue' && !dismissed),
  ];
}

/** What became of the top-ups, each told once; a top-up that is no longer kept has nothing left to tell. */
export function topUpConditions({ topUps, episodes, now }: AlertInput): Condition[] {
  const untold = episodes.filter(({ toldAt, endedAt }) => toldAt === null && endedAt === null);
  const waiting = new Set(untold.map(({ key }) => key));
  const found = topUps.flatMap((topUp) => ofTopUp(topUp, waiting, now));
  const ids = new Set(topUps.map(({ id }) => id));
  const gone = episodes.filter(({ key }) => {
    const parsed = parseAlertKey(key);
    const ofATopUp = ['topped-up', 'top-up-failed', 'top-up-overdue'].includes(parsed?.kind ?? '');
    return ofATopUp && !ids.has(parsed?.subject ?? '');
  });
  return [...found, ...gone.map(({ key }) => condition(key, false, { once: true }))];
}
