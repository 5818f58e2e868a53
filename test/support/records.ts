import type { Line } from '../../utils/domain/line.ts';
import type { Checkout } from '../../utils/domain/offers.ts';
import type { Bucket, Reading } from '../../utils/domain/reading.ts';
import type { AlertEpisode, Attempt, ReadingRow, Sample } from '../../utils/domain/records.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';

/* Plain, valid rows for tests; a test names only what it is about. */

export const MB = 1_000_000;
export const GB = 1_000_000_000;

export function aBucket(rest: Partial<Bucket> = {}): Bucket {
  return {
    id: 'main',
    label: 'Main',
    kind: 'data',
    scope: 'general',
    state: 'active',
    total: null,
    used: null,
    remaining: null,
    unlimited: false,
    currency: null,
    throttledTo: null,
    validFrom: null,
    validUntil: null,
    validUntilEstimated: false,
    ...rest,
  };
}

/** A data bucket of `total` bytes of which `used` are gone. */
export function aDataBucket(total: number, used: number, rest: Partial<Bucket> = {}): Bucket {
  return aBucket({ total, used, remaining: total - used, ...rest });
}

export function aReading(rest: Partial<Reading> = {}): Reading {
  return {
    asOf: null,
    lineStatus: 'active',
    planName: null,
    buckets: [],
    credit: null,
    validUntil: null,
    period: null,
    autoRenew: null,
    nextPollAt: null,
    topUpUrl: null,
    ...rest,
  };
}

export function aRow(reading: Reading, checkedAt = '2026-11-21T09:00:00Z'): ReadingRow {
  return { v: 1, lineId: 'l1', reading, checkedAt, changedAt: checkedAt };
}

export function aLine(rest: Partial<Line> = {}): Line {
  return {
    v: 1,
    id: 'l1',
    providerId: 'account-api',
    kind: 'phone',
    name: 'Phone',
    fields: {},
    origins: ['https://api.example'],
    order: 0,
    pinned: false,
    ignored: false,
    paused: false,
    alertsPausedUntil: null,
    thresholds: { lowBytes: null, criticalBytes: null, lowCredit: null },
    pollMinutes: null,
    topUpUrl: null,
    checkoutHosts: ['pay.example'],
    checkoutHostsProposed: null,
    help: null,
    zone: null,
    createdAt: '2026-01-01T00:00:00Z',
    ...rest,
  };
}

export function anAttempt(rest: Partial<Attempt> = {}): Attempt {
  return {
    v: 1,
    lineId: 'l1',
    startedAt: '2026-11-21T09:00:00Z',
    finishedAt: '2026-11-21T09:00:01Z',
    failure: null,
    failures: 0,
    lastSuccessAt: '2026-11-21T09:00:01Z',
    nextPollAt: '2026-11-21T10:00:00Z',
    recent: [],
    etags: {},
    ...rest,
  };
}

export function aSample(at: string, rest: Partial<Sample> = {}): Sample {
  return {
    v: 1,
    lineId: 'l1',
    at,
    remaining: null,
    used: null,
    total: null,
    credit: null,
    grain: 'raw',
    spent: null,
    mark: null,
    ...rest,
  };
}

export function anEpisode(key: string, rest: Partial<AlertEpisode> = {}): AlertEpisode {
  const raisedAt = '2026-11-21T08:00:00Z';
  return { v: 1, id: `l1:${key}`, lineId: 'l1', key, raisedAt, toldAt: raisedAt, endedAt: null, ...rest };
}

export function aTopUp(rest: Partial<TopUp> = {}): TopUp {
  return {
    v: 1,
    id: 't1',
    lineId: 'l1',
    lineName: 'Phone',
    idempotencyKey: 't1',
    checkoutId: 'c1',
    url: 'https://pay.example/c1',
    host: 'pay.example',
    state: 'open',
    offer: null,
    price: null,
    openedAt: '2026-11-21T09:00:00Z',
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
    ...rest,
  };
}

export function aCheckout(status: Checkout['status'], rest: Partial<Checkout> = {}): Checkout {
  return {
    id: 'c1',
    status,
    offerId: null,
    price: null,
    openedAt: '2026-11-21T09:00:00Z',
    paidAt: null,
    creditedAt: null,
    receiptNumber: null,
    failureReason: null,
    ...rest,
  };
}
