import { decideAlerts } from '../domain/alerts.ts';
import { isStale, staleAt } from '../domain/freshness.ts';
import type { Line } from '../domain/line.ts';
import type { AlertEpisode } from '../domain/records.ts';
import { providerById } from '../providers/registry.ts';
import { type Deps, type NoticeToShow, nowOf } from './deps.ts';
import { intervalOf } from './intervals.ts';
import { groupNotices, noticeFor } from './notices.ts';

/**
 * Looks at every line anew and tells what is due. Episodes are stored before anything is shown: a worker that dies
 * in between leaves a notice untold rather than told twice, and the badge and the popup carry the same fact.
 */
export async function reviewAlerts(deps: Deps): Promise<void> {
  await deps.locks.exclusive('alerts', async () => {
    const notices: NoticeToShow[] = [];
    for (const line of await deps.store.lines()) notices.push(...(await reviewLine(deps, line)));
    const notice = groupNotices(notices, deps.words);
    if (notice) await deps.notify(notice);
  });
}

async function reviewLine(deps: Deps, line: Line): Promise<NoticeToShow[]> {
  const { store } = deps;
  const now = nowOf(deps);
  const [row, attempt, episodes, topUps, settings] = await Promise.all([
    store.reading(line.id),
    store.attempt(line.id),
    store.alerts(line.id),
    store.topUps(line.id),
    deps.settings.get(),
  ]);
  const zone = line.zone ?? deps.zone;
  const { intervalMs } = intervalOf(providerById(line.providerId), line);
  const { raise, end, tell } = decideAlerts({
    line,
    row,
    attempt,
    episodes,
    topUps,
    now,
    zone,
    stale: row === null || isStale(staleAt(row.checkedAt, intervalMs), now),
    quietHours: settings.quietHours,
  });
  await store.putAlerts(byId([...raise, ...end, ...tell]));
  const source = {
    line,
    reading: row?.reading ?? null,
    topUps,
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
