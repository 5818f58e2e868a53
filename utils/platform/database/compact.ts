import { compactSamples } from '../../domain/compact-samples.ts';
import { DAY, type Instant, toInstant, toMs } from '../../domain/instant.ts';
import { type RowOf, readRows } from './read-rows.ts';
import { type Change, put, type Rows } from './rows.ts';
import { keyOf } from './tables.ts';

/** Rows that could not be read are kept so long for whoever wants to mend them. */
const QUARANTINE_KEPT = 90 * DAY;
/** Episodes of alerts are kept as long as history is. */
const EPISODES_KEPT = 760 * DAY;

/** Rolls old samples up and drops what is past its time, one line and one transaction after the other. */
export async function compactRows(rows: Rows, now: Instant): Promise<void> {
  for (const line of await rows.all('lines')) {
    const lineId = String(keyOf('lines', line));
    await rows.write([...(await compactLine(rows, lineId, now)), ...(await endedLongAgo(rows, lineId, now))]);
  }
  const limit = toInstant(toMs(now) - QUARANTINE_KEPT);
  const old = (await rows.all('quarantine')) as { id: number; at: Instant }[];
  await rows.write(old.filter((row) => row.at < limit).map((row) => drop('quarantine', row.id)));
}

async function compactLine(rows: Rows, lineId: string, now: Instant): Promise<Change[]> {
  const samples = await readRows(rows, 'samples', await rows.ofLine('samples', lineId), now);
  const stored = new Set(samples);
  const compaction = compactSamples(samples, now);
  const changed = compaction.keep.filter((sample) => !stored.has(sample));
  return [...compaction.drop.map(({ at }) => drop('samples', [lineId, at])), ...put('samples', changed)];
}

async function endedLongAgo(rows: Rows, lineId: string, now: Instant): Promise<Change[]> {
  const limit = toInstant(toMs(now) - EPISODES_KEPT);
  const episodes = await readRows(rows, 'alerts', await rows.ofLine('alerts', lineId), now);
  const isOld = ({ endedAt }: RowOf<'alerts'>) => endedAt !== null && endedAt < limit;
  return episodes.filter(isOld).map(({ id }) => drop('alerts', id));
}

function drop(table: 'samples' | 'alerts' | 'quarantine', key: string | number | [string, string]): Change {
  return { do: 'drop', table, key };
}
