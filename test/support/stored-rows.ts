import { GLANCE_VERSION, type Glance, type GlanceLine } from '../../utils/domain/glance.ts';
import type { Line } from '../../utils/domain/line.ts';
import type { Bucket } from '../../utils/domain/reading.ts';
import type { AlertEpisode, Attempt, ReadingRow, Sample } from '../../utils/domain/records.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';

/* Rows as they are stored, for tests that care about one or two of their fields. */

export const NOW = '2026-05-02T10:00:00Z';
const GB = 1_000_000_000;

export function aLine(id: string, more: Partial<Line> = {}): Line {
  return {
    v: 1,
    id,
    providerId: 'account-api',
    kind: 'esim',
    name: `Line ${id}`,
    fields: { baseUrl: 'https://api.carrier.example/v1' },
    origins: ['https://api.carrier.example'],
    order: 0,
    pinned: false,
    ignored: false,
    paused: false,
    alertsPausedUntil: null,
    thresholds: { lowBytes: null, criticalBytes: null, lowCredit: null },
    pollMinutes: null,
    topUpUrl: null,
    checkoutHosts: [],
    checkoutHostsProposed: null,
    help: null,
    zone: null,
    createdAt: '2026-01-01T00:00:00Z',
    ...more,
  };
}

export function aBucket(remaining: number | null = 3 * GB): Bucket {
  return {
    id: 'main',
    label: 'Main',
    kind: 'data',
    scope: 'general',
    state: 'active',
    total: 10 * GB,
    used: remaining === null ? null : 10 * GB - remaining,
    remaining,
    unlimited: false,
    currency: null,
    throttledTo: null,
    validFrom: null,
    validUntil: null,
    validUntilEstimated: false,
  };
}

export function aReadingRow(lineId: string, checkedAt = NOW, remaining = 3 * GB): ReadingRow {
  const reading = {
    asOf: null,
    lineStatus: 'active' as const,
    planName: 'Plan',
    buckets: [aBucket(remaining)],
    credit: null,
    validUntil: null,
    period: null,
    autoRenew: null,
    nextPollAt: null,
    topUpUrl: null,
  };
  return { v: 1, lineId, reading, checkedAt, changedAt: checkedAt };
}

export function anAttempt(lineId: string, startedAt = NOW, more: Partial<Attempt> = {}): Attempt {
  return {
    v: 1,
    lineId,
    startedAt,
    finishedAt: startedAt,
    failure: null,
    failures: 0,
    lastSuccessAt: startedAt,
    nextPollAt: '2026-05-02T11:00:00Z',
    recent: [startedAt],
    etags: {},
    ...more,
  };
}

export function aSample(lineId: string, at = NOW, remaining = 3 * GB): Sample {
  const nothing = { used: null, total: null, credit: null, spent: null, mark: null };
  return { v: 1, lineId, at, remaining, grain: 'raw', ...nothing };
}

export function anAlert(lineId: string, key = 'low'): AlertEpisode {
  return { v: 1, id: `${lineId}:${key}`, lineId, key, raisedAt: NOW, toldAt: NOW, endedAt: null };
}

export function aTopUp(id: string, lineId: string, more: Partial<TopUp> = {}): TopUp {
  return {
    v: 1,
    id,
    lineId,
    lineName: `Line ${lineId}`,
    idempotencyKey: null,
    checkoutId: null,
    url: null,
    host: 'pay.carrier.example',
    state: 'open',
    offer: null,
    price: null,
    openedAt: NOW,
    expiresAt: null,
    paidAt: null,
    creditedAt: null,
    settledAt: null,
    watched: 0,
    nextWatchAt: null,
    before: null,
    after: null,
    rises: [],
    receiptNumber: null,
    failureReason: null,
    dismissed: false,
    ...more,
  };
}

export function aGlanceLine(id: string, more: Partial<GlanceLine> = {}): GlanceLine {
  return {
    id,
    name: `Line ${id}`,
    kind: 'esim',
    providerId: 'account-api',
    demo: false,
    pinned: false,
    ignored: false,
    paused: false,
    zone: null,
    state: 'ok',
    lineStatus: 'active',
    planName: 'Plan',
    headline: { kind: 'data', remaining: 3 * GB, total: 10 * GB },
    share: 0.3,
    period: null,
    endsAt: null,
    endsAtEstimated: false,
    asOf: null,
    checkedAt: NOW,
    staleAt: '2026-05-02T12:00:00Z',
    failure: null,
    refreshing: false,
    nextPollAt: '2026-05-02T11:00:00Z',
    refreshAllowedAt: null,
    buckets: [aBucket()],
    credit: null,
    validUntil: null,
    autoRenew: null,
    forecast: { kind: 'no-history' },
    days: [],
    alerts: [],
    alertsPausedUntil: null,
    origins: [],
    hostsProposed: null,
    topUp: null,
    can: { offers: false, topUpHost: null },
    ...more,
  };
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
