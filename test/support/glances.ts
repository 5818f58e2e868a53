import type { Badge, DayUse, Glance, GlanceLine } from '../../utils/domain/glance.ts';
import { DAY, HOUR, type Instant, MINUTE, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Bucket } from '../../utils/domain/reading.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';

/* Made-up glance records, for looking at the popup and for testing what it shows. */

export const NOW: Instant = '2026-11-21T10:14:00Z';
export const GB = 1_000_000_000;
export const MB = 1_000_000;

/** An instant so many milliseconds from now. */
export function fromNow(ms: number): Instant {
  return toInstant(toMs(NOW) + ms);
}

export function bucket(over: Partial<Bucket> = {}): Bucket {
  return {
    id: 'main',
    label: 'Everyday 10',
    kind: 'data',
    scope: 'general',
    state: 'active',
    total: 10 * GB,
    used: 6.79 * GB,
    remaining: 3.21 * GB,
    unlimited: false,
    currency: null,
    throttledTo: null,
    validFrom: null,
    validUntil: fromNow(12 * DAY),
    validUntilEstimated: false,
    ...over,
  };
}

const USED = [310, 250, 480, 120, null, 640, 390, 210, 170, 560, 330, 0, 290, 95];

export function days(used: readonly (number | null)[] = USED): DayUse[] {
  return used.map((megabytes, index) => ({
    day: fromNow((index + 1 - used.length) * DAY).slice(0, 10),
    used: megabytes === null ? null : megabytes * MB,
  }));
}

/** An ordinary line, read two minutes ago. */
export function glanceLine(over: Partial<GlanceLine> = {}): GlanceLine {
  return {
    id: 'line-1',
    name: 'Phone',
    kind: 'phone',
    providerId: 'account-api',
    demo: false,
    pinned: false,
    ignored: false,
    paused: false,
    zone: 'UTC',
    state: 'ok',
    lineStatus: 'active',
    planName: 'Everyday 10',
    headline: { kind: 'data', remaining: 3.21 * GB, total: 10 * GB },
    share: 0.321,
    period: { start: fromNow(-18 * DAY), end: fromNow(12 * DAY) },
    endsAt: fromNow(12 * DAY),
    endsAtEstimated: false,
    asOf: fromNow(-62 * MINUTE),
    checkedAt: fromNow(-2 * MINUTE),
    staleAt: fromNow(118 * MINUTE),
    failure: null,
    refreshing: false,
    nextPollAt: fromNow(58 * MINUTE),
    refreshAllowedAt: null,
    buckets: [bucket()],
    credit: null,
    validUntil: null,
    autoRenew: null,
    forecast: { kind: 'no-history' },
    days: days(),
    alerts: [],
    alertsPausedUntil: null,
    origins: ['https://api.carrier.example'],
    hostsProposed: null,
    topUp: null,
    can: { offers: true, topUpHost: null },
    ...over,
  };
}

export function glanceOf(lines: GlanceLine[], over: Partial<Glance> = {}): Glance {
  const badge: Badge = {
    text: '3.2G',
    tone: 'ok',
    ring: 0.32,
    stale: false,
    slow: false,
    lineId: lines[0]?.id ?? null,
    reason: 'only',
  };
  return {
    v: 1,
    revision: 7,
    builtAt: NOW,
    lines,
    badge,
    settings: { units: 'decimal', theme: 'system', badge: 'remaining' },
    locked: false,
    notices: [],
    ...over,
  };
}

export function topUp(over: Partial<TopUp> = {}): TopUp {
  return {
    v: 1,
    id: 'top-up-1',
    lineId: 'line-1',
    lineName: 'Phone',
    idempotencyKey: 'top-up-1',
    checkoutId: 'checkout-1',
    url: 'https://pay.carrier.example/c/1',
    host: 'pay.carrier.example',
    state: 'open',
    offer: null,
    price: { amount: 1000, currency: 'GBP' },
    openedAt: fromNow(-4 * MINUTE),
    expiresAt: fromNow(HOUR),
    paidAt: null,
    creditedAt: null,
    settledAt: null,
    watched: 2,
    nextWatchAt: fromNow(MINUTE),
    before: null,
    after: null,
    rises: [],
    receiptNumber: null,
    failureReason: null,
    dismissed: false,
    ...over,
  };
}
