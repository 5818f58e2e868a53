import { type Condition, condition } from './alert-condition.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey, parseAlertKey } from './episodes.ts';
import { DAY, type Instant, toMs } from './instant.ts';
import type { TopUp } from './top-up.ts';

/** An outcome older than this is no news, as after an import. */
const NEWS_FOR = 3 * DAY;

function isNews({ settledAt, dismissed }: TopUp, now: Instant): boolean {
  return !dismissed && settledAt !== null && toMs(now) - toMs(settledAt) < NEWS_FOR;
}

function ofTopUp(topUp: TopUp, now: Instant): Condition[] {
  const { id, state, dismissed } = topUp;
  const once = { once: true };
  const news = isNews(topUp, now);
  return [
    condition(alertKey('topped-up', null, id), state === 'credited' && news, once),
    condition(
      alertKey('top-up-failed', null, id),
      (state === 'failed' || state === 'refunded') && news,
      once,
    ),
    condition(alertKey('top-up-overdue', null, id), state === 'overdue' && !dismissed, once),
  ];
}

/** What became of the top-ups, each told once; a top-up that is no longer kept has nothing left to tell. */
export function topUpConditions({ topUps, episodes, now }: AlertInput): Condition[] {
  const found = topUps.flatMap((topUp) => ofTopUp(topUp, now));
  const ids = new Set(topUps.map(({ id }) => id));
  const gone = episodes.filter(({ key }) => {
    const parsed = parseAlertKey(key);
    const ofATopUp = ['topped-up', 'top-up-failed', 'top-up-overdue'].includes(parsed?.kind ?? '');
    return ofATopUp && !ids.has(parsed?.subject ?? '');
  });
  return [...found, ...gone.map(({ key }) => condition(key, false, { once: true }))];
}
