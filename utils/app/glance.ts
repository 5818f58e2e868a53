import { dailyUse } from '../domain/daily-use.ts';
import { dayIn } from '../domain/format.ts';
import type { Glance, GlanceLine } from '../domain/glance.ts';
import { buildGlance } from '../domain/glance-build.ts';
import { buildGlanceLine } from '../domain/glance-line.ts';
import { DAY, type Instant, toInstant, toMs } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import { type Deps, nowOf } from './deps.ts';
import { factsOf } from './provider-facts.ts';
import { tooltipOf } from './tooltip.ts';
import { topUpToShow } from './top-up-to-show.ts';

const BARS = 14;

/**
 * Writes the glance record anew, draws the toolbar and tells open pages. `changed` names the lines whose history
 * may have moved; the bars of the others are taken over, so that the work does not grow with the history.
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
    const kept = changed === 'all' || changed.includes(line.id) ? null : previous;
    built.push(await composeLine(deps, line, locked, kept));
  }
  const revision = (previous?.revision ?? 0) + 1;
  const notices = await deps.store.notices();
  return buildGlance({ lines: built, settings, revision, locked, notices, now, zone: deps.zone });
}

/** The bars of the record before, where they are of today and of the same poll. */
function barsIn(
  previous: Glance | null,
  line: Line,
  checkedAt: Instant | null,
  deps: Deps,
): GlanceLine['days'] | null {
  const before = previous?.lines.find(({ id }) => id === line.id);
  const today = dayIn(nowOf(deps), line.zone ?? deps.zone);
  return before?.checkedAt === checkedAt && before.days.at(-1)?.day === today ? before.days : null;
}

async function composeLine(
  deps: Deps,
  line: Line,
  locked: boolean,
  previous: Glance | null,
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
  const checkedAt = row?.checkedAt ?? null;
  return buildGlanceLine({
    line,
    row,
    attempt,
    days: barsIn(previous, line, checkedAt, deps) ?? (await barsOf(deps, line, checkedAt)),
    episodes,
    topUp: topUpToShow(topUps),
    facts: factsOf(line, row?.reading ?? null),
    locked: locked && secret,
    now,
    zone: line.zone ?? deps.zone,
    demo: line.providerId === 'demo',
  });
}

async function barsOf(deps: Deps, line: Line, checkedAt: Instant | null): Promise<GlanceLine['days']> {
  const now = nowOf(deps);
  const zone = line.zone ?? deps.zone;
  const recent = await deps.store.samples(line.id, toInstant(toMs(now) - (BARS + 2) * DAY));
  // A line that has not moved for weeks is known to be idle by its last change.
  const last = recent.length > 0 ? null : await deps.store.lastSample(line.id);
  return dailyUse(last ? [last] : recent, zone, dayIn(now, zone), BARS, checkedAt);
}
