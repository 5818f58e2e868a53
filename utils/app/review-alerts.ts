import { decideAlerts } from '../domain/alerts.ts';
import { burnOf } from '../domain/credit-burn.ts';
import { isStale, staleAt } from '../domain/freshness.ts';
import type { Forecast } from '../domain/glance.ts';
import type { AlertEpisode } from '../domain/records.ts';
import { isRunning } from '../domain/schedule.ts';
import { settleByTime } from '../domain/top-up-outcome.ts';
import { validityOf } from '../domain/validity.ts';
import { alone } from './alone.ts';
import { type Deps, type NoticeToShow, nowOf } from './deps.ts';
import { inTurn } from './in-turn.ts';
import { timingOf } from './intervals.ts';
import { groupNotices, noticeFor } from './notices.ts';

const UNKNOWN: Forecast = { kind: 'none' };

/**
 * Looks at every line anew and tells what is due. Episodes are stored before anything is shown: a worker that dies
 * in between leaves a notice untold rather than told twice, and the badge and the popup carry the same fact.
 */
export async function reviewAlerts(deps: Deps): Promise<void> {
  await deps.locks.exclusive('alerts', async () => {
    const notices: NoticeToShow[] = [];
    const glance = await deps.store.glance();
    const forecastOf = (lineId: string) => glance?.lines.find(({ id }) => id === lineId)?.forecast ?? UNKNOWN;
    const reviews = (await deps.store.lines()).map(
      ({ id }) =>
        async () =>
          notices.push(...(await alone(deps, () => reviewLine(deps, id, forecastOf(id))))),
    );
    await inTurn([() => inTurn(reviews), () => tell(deps, notices)]);
  });
}

async function tell(deps: Deps, notices: readonly NoticeToShow[]): Promise<void> {
  const notice = groupNotices(notices, deps.words);
  const snooze = deps.words.t(notices.length > 1 ? 'notifySnoozeAll' : 'notifySnooze');
  if (notice) await deps.notify({ ...notice, snooze });
}

/**
 * What is to be told of a line, stored as told, with what time alone has made of its top-ups. To be called alone.
 */
async function reviewLine(deps: Deps, lineId: string, forecast: Forecast): Promise<NoticeToShow[]> {
  const { store } = deps;
  const now = nowOf(deps);
  const [line, row, attempt, episodes, ledger, settings] = await Promise.all([
    store.line(lineId),
    store.reading(lineId),
    store.attempt(lineId),
    store.alerts(lineId),
    store.topUps(lineId),
    deps.settings.get(),
  ]);
  if (!line) return [];
  // A poll that is under way may find that it has arrived; its own look follows.
  const asking = attempt !== null && isRunning(attempt, now);
  const topUps = asking ? ledger : ledger.map((topUp) => settleByTime(topUp, now));
  for (const topUp of topUps) if (!ledger.includes(topUp)) await store.putTopUp(topUp);
  const zone = line.zone ?? deps.zone;
  const { intervalMs } = timingOf(line);
  const { raise, end, tell } = decideAlerts({
    line,
    row,
    attempt,
    episodes,
    topUps,
    forecast,
    now,
    zone,
    stale: row === null || isStale(staleAt(row.checkedAt, intervalMs, attempt), now, row.checkedAt),
    quietHours: settings.quietHours,
    ownZone: deps.zone,
  });
  const changed = byId([...raise, ...end, ...tell]);
  if (changed.length > 0) await store.putAlerts(changed);
  const source = {
    line,
    reading: row?.reading ?? null,
    validity: validityOf({ line, row, topUps, now, zone }),
    topUps,
    forecast,
    burn: burnOf(row?.watch),
    words: deps.words,
    units: settings.units,
    zone,
    now,
  };
  return tell.map((episode) => noticeFor(episode, source)).filter((notice) => notice !== null);
}

/** The last of each id: an episode that is raised and told at once stands in both lists. */
function byId(episodes: readonly AlertEpisode[]): AlertEpisode[] {
  return [...new Map(episodes.map((episode) => [episode.id, episode])).values()];
}
