import { DAY, HOUR, type Instant, toInstant, toMs } from './instant.ts';
import type { Sample } from './records.ts';

const RAW_FOR = 7 * DAY;
const HOURLY_FOR = 90 * DAY;
const KEPT_MONTHS = 25;

/**
 * `keep` holds the rows as they must stand afterwards, oldest first, by line; a row that stays as it is is the very
 * same object. `drop` holds the stored rows that go (key: lineId and at).
 */
export interface Compaction {
  keep: Sample[];
  drop: Sample[];
}

/** Instants before which rows are hourly, daily and gone; whole hours and days, so that none is ever split. */
interface Limits {
  hourly: Instant;
  daily: Instant;
  gone: Instant;
}

function limitsAt(now: Instant): Limits {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - KEPT_MONTHS, 1);
  return {
    hourly: toInstant(Math.floor((toMs(now) - RAW_FOR) / HOUR) * HOUR),
    daily: toInstant(Math.floor((toMs(now) - HOURLY_FOR) / DAY) * DAY),
    gone: `${toInstant(date.getTime()).slice(0, 10)}T00:00:00Z`,
  };
}

/** Rows of one name become one row. */
function nameOf({ at }: Sample, limits: Limits): string {
  if (at < limits.gone) return 'gone';
  if (at < limits.daily) return at.slice(0, 10);
  return at < limits.hourly ? at.slice(0, 13) : at;
}

const MARKS = ['gap', 'top-up', 'reset'] as const;

/** The last of some rows, with what all of them used; null only where none of them knows. */
function merged(group: readonly Sample[], grain: Sample['grain']): Sample | null {
  const last = group.at(-1);
  if (!last) return null;
  if (group.length === 1 && last.grain === grain) return last;
  const spent = group.map((row) => row.spent).filter((bytes) => bytes !== null);
  return {
    ...last,
    grain,
    spent: spent.length > 0 ? spent.reduce((sum, bytes) => sum + bytes, 0) : null,
    mark: MARKS.find((mark) => group.some((row) => row.mark === mark)) ?? null,
  };
}

/**
 * A group becomes one row, or up to three where one of its rows does not know: that one stays between what was used
 * before it and after, so that the stretch is told to be unknown and no sum of its parts passes for all of it.
 */
function rowsOf(group: readonly Sample[], grain: Sample['grain']): Sample[] {
  const first = group.findIndex(({ spent }) => spent === null);
  const parts =
    first < 0 ? [group] : [group.slice(0, first), group.slice(first, first + 1), group.slice(first + 1)];
  return parts.map((part) => merged(part, grain)).filter((row) => row !== null);
}

function compactLine(rows: readonly Sample[], limits: Limits): Compaction {
  const groups = Map.groupBy(rows, (row) => nameOf(row, limits));
  const result: Compaction = { keep: [], drop: [...(groups.get('gone') ?? [])] };
  groups.delete('gone');
  for (const [name, group] of groups) {
    const rows = rowsOf(group, name.length === 10 ? 'day' : name.length === 13 ? 'hour' : 'raw');
    const kept = new Set(rows.map(({ at }) => at));
    result.keep.push(...rows);
    result.drop.push(...group.filter(({ at }) => !kept.has(at)));
  }
  return result;
}

/**
 * Raw for 7 days, then the last of each hour, from 90 days on the last of each day (UTC), after 25 months gone. The
 * sums of `spent` stay, and so does that something of a stretch is not known. Takes rows of any lines in any order.
 */
export function compactSamples(samples: readonly Sample[], now: Instant): Compaction {
  const limits = limitsAt(now);
  const sorted = samples.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const lines = [...Map.groupBy(sorted, ({ lineId }) => lineId).values()];
  const parts = lines.map((rows) => compactLine(rows, limits));
  return { keep: parts.flatMap(({ keep }) => keep), drop: parts.flatMap(({ drop }) => drop) };
}
