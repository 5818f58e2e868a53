import type { Store } from '../../../utils/app/ports.ts';
import type { Glance } from '../../../utils/domain/glance.ts';
import type { Line } from '../../../utils/domain/line.ts';
import type { AlertEpisode, Attempt, ReadingRow, Sample } from '../../../utils/domain/records.ts';
import type { Settings } from '../../../utils/domain/settings.ts';
import type { TopUp } from '../../../utils/domain/top-up.ts';

/** What lies on the disk of one browser. It outlives every background. */
export interface Disk {
  lines: Map<string, Line>;
  readings: Map<string, ReadingRow>;
  attempts: Map<string, Attempt>;
  samples: Sample[];
  alerts: Map<string, AlertEpisode>;
  topUps: Map<string, TopUp>;
  glance: Glance | null;
  settings: Settings;
}

export function emptyDisk(settings: Settings): Disk {
  return {
    settings,
    lines: new Map(),
    readings: new Map(),
    attempts: new Map(),
    samples: [],
    alerts: new Map(),
    topUps: new Map(),
    glance: null,
  };
}

/**
 * The store of one background over a disk, without a database, for runs of months. `write` is called before every
 * write, and may end the background there: it then never returns.
 */
export function memoryStore(disk: Disk, write: () => Promise<void>): Store {
  const all = <T extends { lineId: string }>(rows: Iterable<T>, lineId?: string) =>
    [...rows].filter((row) => lineId === undefined || row.lineId === lineId);
  const putSamples = async (samples: Sample[]) => {
    const byKey = new Map([...disk.samples, ...samples].map((row) => [`${row.lineId} ${row.at}`, row]));
    disk.samples = [...byKey.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  };
  const putAlerts = async (rows: AlertEpisode[]) => {
    await write();
    for (const row of rows) disk.alerts.set(row.id, row);
  };
  return {
    lines: async () => [...disk.lines.values()],
    line: async (id) => disk.lines.get(id) ?? null,
    putLine: async (line) => {
      await write();
      disk.lines.set(line.id, line);
    },
    putLines: async (lines) => {
      for (const line of lines) disk.lines.set(line.id, line);
    },
    removeLine: async (id) => void disk.lines.delete(id),
    reading: async (id) => disk.readings.get(id) ?? null,
    attempt: async (id) => disk.attempts.get(id) ?? null,
    putAttempt: async (attempt) => {
      await write();
      disk.attempts.set(attempt.lineId, attempt);
    },
    samples: async (id, from) => all(disk.samples, id).filter(({ at }) => at >= from),
    lastSample: async (id) => all(disk.samples, id).at(-1) ?? null,
    putSamples,
    alerts: async (id) => all(disk.alerts.values(), id),
    putAlerts,
    topUps: async (id) => all(disk.topUps.values(), id),
    topUp: async (id) => disk.topUps.get(id) ?? null,
    putTopUp: async (topUp) => {
      await write();
      disk.topUps.set(topUp.id, topUp);
    },
    savePoll: async ({ attempt, reading, sample, topUps = [] }) => {
      await write();
      disk.attempts.set(attempt.lineId, attempt);
      if (reading) disk.readings.set(reading.lineId, reading);
      if (sample) await putSamples([sample]);
      for (const topUp of topUps) disk.topUps.set(topUp.id, topUp);
    },
    glance: async () => disk.glance,
    putGlance: async (glance) => {
      await write();
      disk.glance = glance;
    },
    compact: async () => {},
    eraseAll: async () => void Object.assign(disk, emptyDisk(disk.settings)),
    notices: async () => [],
    dismissNotice: async () => {},
  };
}
