import { type Condition, isLaterEnd } from './alert-condition.ts';
import { conditionsOf } from './alert-conditions.ts';
import { type AlertKey, ladderOf, parseAlertKey, rankOf } from './episodes.ts';
import type { Forecast } from './glance.ts';
import type { Instant } from './instant.ts';
import type { Line } from './line.ts';
import { inQuietHours, type QuietHours } from './quiet-hours.ts';
import type { AlertEpisode, Attempt, ReadingRow } from './records.ts';
import type { TopUp } from './top-up.ts';

export interface AlertInput {
  line: Line;
  /** the latest reading */
  row: ReadingRow | null;
  attempt: Attempt | null;
  /** every episode kept of the line, open and ended */
  episodes: readonly AlertEpisode[];
  /** every top-up kept of the line */
  topUps: readonly TopUp[];
  /** what is shown of the line's forecast, from this poll or the one before */
  forecast: Forecast;
  now: Instant;
  /** IANA zone of the line */
  zone: string;
  /** the reading is too old to warn from */
  stale: boolean;
  quietHours: QuietHours;
  /** IANA zone of the person, by whose clock the quiet hours run, wherever the line's carrier is */
  ownZone: string;
}

/**
 * What changes of the episodes, as rows to be stored by id. `raise`: new ones, and open ones that an alert of
 * higher rank silenced; `end`: with `endedAt`; `tell`: to be shown now, with `toldAt`. An episode that is raised
 * and told at once stands in `raise` and in `tell`, the same row.
 */
export interface AlertDecision {
  raise: AlertEpisode[];
  end: AlertEpisode[];
  tell: AlertEpisode[];
}

interface Judged {
  episode: AlertEpisode;
  key: AlertKey;
  isNew: boolean;
}

/**
 * What is due of a line's alerts. A paused line is not read, so that nothing is told of it but what became of its
 * top-ups; and what was held back is told only if it still holds.
 */
export function decideAlerts(input: AlertInput): AlertDecision {
  const decision: AlertDecision = { raise: [], end: [], tell: [] };
  const open = new Map(input.episodes.filter(({ endedAt }) => endedAt === null).map((row) => [row.key, row]));
  const standing: Judged[] = [];
  for (const condition of conditionsOf(input)) {
    const key = parseAlertKey(condition.key);
    if (!key) continue;
    const before = open.get(condition.key) ?? null;
    if (before && isOver(before, condition)) {
      if (!condition.holds) decision.end.push({ ...before, endedAt: input.now });
    } else if (before && (before.toldAt !== null || condition.holds)) {
      standing.push({ episode: before, key, isNew: false });
    }
    if (mayBegin(before, condition, input.episodes)) {
      standing.push({ episode: begin(condition, input), key, isNew: true });
    }
  }
  for (const rungs of Map.groupBy(standing, ({ key }) => ladderOf(key)).values())
    tellOf(rungs, input, decision);
  return decision;
}

function isOver(episode: AlertEpisode, { holds, rearmedAt }: Condition): boolean {
  return holds === false || (rearmedAt !== null && rearmedAt > episode.raisedAt);
}

function mayBegin(
  before: AlertEpisode | null,
  condition: Condition,
  episodes: readonly AlertEpisode[],
): boolean {
  const { key, holds, once, onceFrom, end } = condition;
  if (holds !== true || (before && !isOver(before, condition))) return false;
  const told = episodes.filter((episode) => episode.key === key);
  if (onceFrom !== null && told.some(({ raisedAt }) => raisedAt >= onceFrom)) return false;
  if (end !== null && told.some(({ until }) => until && !isLaterEnd(end, until))) return false;
  return !once || told.length === 0;
}

function begin({ key, end }: Condition, { line, now }: AlertInput): AlertEpisode {
  const id = `${line.id}:${key}`;
  const of = end === null ? null : { until: end };
  return { v: 1, id, lineId: line.id, key, raisedAt: now, toldAt: null, endedAt: null, ...of };
}

/** Of the alerts of one ladder the most urgent is told, and the others fall silent with it; it may hold all back. */
function tellOf(rungs: readonly Judged[], input: AlertInput, decision: AlertDecision): void {
  const top = rungs.toSorted((a, b) => rankOf(b.key) - rankOf(a.key))[0];
  const waits = top?.episode.toldAt === null && isHeldBack(top.key, input);
  for (const rung of rungs) {
    const { episode, isNew } = rung;
    const now = episode.toldAt === null && !waits;
    const row = now ? { ...episode, toldAt: input.now } : episode;
    if (isNew || (now && rung !== top)) decision.raise.push(row);
    if (now && rung === top) decision.tell.push(row);
  }
}

function isHeldBack({ kind }: AlertKey, { line, now, ownZone, quietHours }: AlertInput): boolean {
  if (line.alertsPausedUntil !== null && now < line.alertsPausedUntil) return true;
  return kind !== 'used-up' && inQuietHours(quietHours, now, ownZone);
}
