import type { Glance, GlanceLine } from '../domain/glance.ts';
import { buildGlance } from '../domain/glance-build.ts';
import { buildGlanceLine } from '../domain/glance-line.ts';
import type { Line } from '../domain/line.ts';
import { type Deps, nowOf } from './deps.ts';
import { lineHistory, sameHistory } from './line-history.ts';
import { factsOf } from './provider-facts.ts';
import { tooltipOf } from './tooltip.ts';
import { topUpToShow } from './top-up-to-show.ts';

/**
 * Writes the glance record anew, draws the toolbar and tells open pages. `changed` names the lines whose history
 * may have moved; the bars and forecasts of the others are taken over, so that the work does not grow with the history.
 */
export async function refreshGlance(deps: Deps, changed: readonly string[] | 'all'): Promise<void> {
  try {
    await deps.locks.exclusive('glance', async () => {
      const previous = await deps.store.glance();
      const glance = await composeGlance(deps, previous, changed);
      await deps.store.putGlance(glance);
      await deps.drawToolbar(glance.badge, tooltipOf(glance, deps.words, nowOf(deps), deps.zone));
    });
  } finally {
    await deps.announceGlance();
  }
}

async function composeGlance(
  deps: Deps,
  previous: Glance | null,
  changed: readonly string[] | 'all',
): Promise<Glance> {
  const now = nowOf(deps);
  const settings = await deps.settings.get();
  const locked = (await deps.secrets.state()) === 'locked';
  const lines = await deps.store.lines();
  const built: GlanceLine[] = [];
  for (const line of lines) {
    const before = previous?.lines.find(({ id }) => id === line.id) ?? null;
    const moved = changed === 'all' || changed.includes(line.id);
    built.push(await composeLine(deps, line, locked, before, moved));
  }
  const revision = (previous?.revision ?? 0) + 1;
  const notices = await deps.store.notices();
  return buildGlance({ lines: built, settings, revision, locked, notices, now, zone: deps.zone });
}

async function composeLine(
  deps: Deps,
  line: Line,
  locked: boolean,
  before: GlanceLine | null,
  changed: boolean,
): Promise<GlanceLine> {
  const { store } = deps;
  const now = nowOf(deps);
  const [row, attempt, episodes, topUps, secret] = await Promise.all([
    store.reading(line.id),
    store.attempt(line.id),
    store.alerts(line.id),
    store.topUps(line.id),
    deps.secrets.has(line.id),
  ]);
  const kept = changed ? null : sameHistory(before, line, row, deps);
  const { days, forecast } = kept ?? (await lineHistory(deps, line, row, before));
  return buildGlanceLine({
    line,
    row,
    attempt,
    days,
    forecast,
    episodes,
    topUp: topUpToShow(topUps),
    topUps,
    facts: factsOf(line, row?.reading ?? null),
    locked: locked && secret,
    now,
    zone: line.zone ?? deps.zone,
    demo: line.providerId === 'demo',
  });
}
