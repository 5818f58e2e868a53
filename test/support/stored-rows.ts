import { GLANCE_VERSION, type Glance, type GlanceLine } from '../../utils/domain/glance.ts';
import type { Line } from '../../utils/domain/line.ts';
import type { AlertEpisode, Attempt, ReadingRow, Sample } from '../../utils/domain/records.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import * as glanceLine from './glance-line.ts';
import * as records from './records.ts';

/* Rows by the line that they belong to, as they are stored. */

export const NOW = '2026-05-02T10:00:00Z';
const BUCKETS = [records.aDataBucket(10 * records.GB, 7 * records.GB)];

export function aLine(id: string, more: Partial<Line> = {}): Line {
  return records.aLine({ id, name: `Line ${id}`, checkoutHosts: [], ...more });
}

export function aReadingRow(lineId: string, checkedAt = NOW, planName = 'Plan'): ReadingRow {
  return { ...records.aRow(records.aReading({ planName, buckets: BUCKETS }), checkedAt), lineId };
}

export function anAttempt(lineId: string, startedAt = NOW, more: Partial<Attempt> = {}): Attempt {
  const times = { startedAt, finishedAt: startedAt, lastSuccessAt: startedAt, recent: [startedAt] };
  return records.anAttempt({ lineId, ...times, nextPollAt: '2026-05-02T11:00:00Z', ...more });
}

export function aSample(lineId: string, at = NOW, more: Partial<Sample> = {}): Sample {
  return records.aSample(at, { lineId, remaining: 3 * records.GB, ...more });
}

export function anAlert(lineId: string, key = 'low'): AlertEpisode {
  return records.anEpisode(key, { id: `${lineId}:${key}`, lineId, raisedAt: NOW, toldAt: NOW });
}

export function aTopUp(id: string, lineId: string, more: Partial<TopUp> = {}): TopUp {
  return records.aTopUp({ id, lineId, lineName: `Line ${lineId}`, openedAt: NOW, ...more });
}

export function aGlanceLine(id: string, more: Partial<GlanceLine> = {}): GlanceLine {
  const read = { checkedAt: NOW, nextPollAt: '2026-05-02T11:00:00Z', planName: 'Plan', buckets: BUCKETS };
  return glanceLine.aGlanceLine({ id, name: `Line ${id}`, ...read, ...more });
}

export function aGlance(revision: number, lines: GlanceLine[] = []): Glance {
  return {
    v: GLANCE_VERSION,
    revision,
    builtAt: NOW,
    lines,
    badge: { text: '', tone: 'quiet', ring: null, stale: false, slow: false, lineId: null, reason: 'none' },
    settings: { units: 'decimal', theme: 'system', badge: 'remaining' },
    locked: false,
    notices: [],
  };
}
