import type { Glance, GlanceLine } from '../../domain/glance.ts';
import {
  type AlertEpisode,
  type Attempt,
  alertSchema,
  attemptSchema,
  type ReadingRow,
  readingRowSchema,
} from '../../domain/records.ts';
import { topUpSchema } from '../../domain/top-up.ts';
import { type Change, put, type Rows } from './rows.ts';
import { keyOf, type Table } from './tables.ts';

/*
 * A glance holds enough of each line to go on from it: the figures, when to ask next, what the person was told
 * and the top-up that is pending. What stands in the rows and is newer is left alone.
 */

/** What a glance knows and `rows` do not, for lines that exist. */
export async function changesFrom(
  glance: Glance,
  rows: Rows,
  lineIds: ReadonlySet<string>,
): Promise<Change[]> {
  const lines = glance.lines.filter((line) => lineIds.has(line.id));
  const known = await Promise.all(lines.map((line) => changesOfLine(line, glance.builtAt, rows)));
  return known.flat();
}

async function changesOfLine(line: GlanceLine, builtAt: string, rows: Rows): Promise<Change[]> {
  const readings = await newer(rows, 'readings', 'checkedAt', readingOf(line));
  const attempts = await newer(rows, 'attempts', 'startedAt', attemptOf(line, builtAt));
  const alerts = await missing(rows, 'alerts', alertsOf(line));
  const topUp = topUpSchema.safeParse(line.topUp);
  const topUps = await missing(rows, 'topUps', topUp.success ? [topUp.data] : []);
  return [...readings, ...attempts, ...alerts, ...topUps];
}

async function newer(rows: Rows, table: Table, field: string, row: object | null): Promise<Change[]> {
  if (!row) return [];
  const key = keyOf(table, row);
  const stored =
    key === undefined ? null : ((await rows.get(table, key)) as Record<string, unknown> | undefined);
  const isNewer = String(stored?.[field] ?? '') < String((row as Record<string, unknown>)[field]);
  return isNewer ? put(table, [row]) : [];
}

async function missing(rows: Rows, table: Table, wanted: readonly { id: string }[]): Promise<Change[]> {
  const stored = await Promise.all(wanted.map((row) => rows.get(table, row.id)));
  return put(
    table,
    wanted.filter((_, i) => stored[i] === undefined),
  );
}

function readingOf(line: GlanceLine): ReadingRow | null {
  const { asOf, lineStatus, planName, buckets, credit, validUntil, period, autoRenew, checkedAt } = line;
  const reading = {
    ...{ asOf, lineStatus, planName, buckets, credit, validUntil, period, autoRenew },
    nextPollAt: null,
    topUpUrl: null,
  };
  const row = { v: 1, lineId: line.id, reading, checkedAt, changedAt: checkedAt };
  const parsed = readingRowSchema.safeParse(row);
  return parsed.success ? parsed.data : null;
}

function attemptOf(line: GlanceLine, builtAt: string): Attempt | null {
  const at = [line.checkedAt, line.failure?.at].filter((instant) => typeof instant === 'string');
  const startedAt = at.toSorted().at(-1);
  const parsed = attemptSchema.safeParse({
    v: 1,
    lineId: line.id,
    startedAt,
    finishedAt: startedAt,
    failure: line.failure,
    failures: line.failure ? 1 : 0,
    lastSuccessAt: line.checkedAt,
    nextPollAt: line.nextPollAt ?? builtAt,
    recent: startedAt ? [startedAt] : [],
    etags: {},
  });
  return parsed.success ? parsed.data : null;
}

function alertsOf(line: GlanceLine): AlertEpisode[] {
  return line.alerts.flatMap(({ key, since }) => {
    const id = `${line.id}:${key}`;
    const row = { v: 1, id, lineId: line.id, key, raisedAt: since, toldAt: since, endedAt: null };
    const parsed = alertSchema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
