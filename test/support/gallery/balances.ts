import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/domain/instant.ts';
import { bucket, days, fromNow, GB, MB } from '../glances.ts';

const LONG = 'Everyday Unlimited Plus Roam Like At Home Family 60 Characters';

const rich: Partial<GlanceLine> = {
  credit: { amount: 1240, currency: 'GBP' },
  validUntil: { at: fromNow(112 * DAY), estimated: false },
  autoRenew: { enabled: true, offerId: null, nextAt: fromNow(12 * DAY) },
  buckets: [
    bucket(),
    bucket({ id: 'r', label: 'EU roaming', scope: 'roaming', total: GB, used: 0, remaining: GB }),
    bucket({ id: 'n', label: 'Night owl', scope: 'night', total: 5 * GB, used: GB, remaining: 4 * GB }),
    bucket({ id: 'v', label: 'Calls', kind: 'voice', total: 30_000, used: 12_000, remaining: 18_000 }),
    bucket({ id: 's', label: 'Texts', kind: 'sms', total: 500, used: 499, remaining: 1, validUntil: null }),
    bucket({ id: 'm', label: 'Music', scope: 'zero-rated', unlimited: true, total: null, remaining: null }),
    bucket({ id: 'g', label: 'Welcome gift', scope: 'dedicated', state: 'depleted', remaining: 0 }),
    bucket({
      id: 'q',
      label: 'Everyday 10 next',
      state: 'queued',
      remaining: 10 * GB,
      validFrom: fromNow(12 * DAY),
      validUntil: fromNow(42 * DAY),
    }),
  ],
};

const alert = { since: fromNow(-HOUR), days: null, label: null };

/** Lines by what is left on them. */
export const BALANCES: Record<string, Partial<GlanceLine>> = {
  ok: {},
  demo: { demo: true, name: 'Demo' },
  rich,
  low: {
    state: 'low',
    headline: { kind: 'data', remaining: 450 * MB, total: 10 * GB },
    share: 0.045,
    alerts: [{ kind: 'low', key: 'low', ...alert }],
  },
  critical: {
    state: 'critical',
    headline: { kind: 'data', remaining: 84 * MB, total: 10 * GB },
    share: 0.0084,
    endsAt: fromNow(DAY),
  },
  'used-up': {
    state: 'used-up',
    headline: { kind: 'data', remaining: 0, total: 10 * GB },
    share: 0,
    credit: { amount: 86, currency: 'GBP' },
    alerts: [
      { kind: 'used-up', key: 'used-up', ...alert },
      { kind: 'credit-low', key: 'credit-low', ...alert },
    ],
  },
  'no-total': {
    headline: { kind: 'data', remaining: 1.52 * GB, total: null },
    share: null,
    period: null,
    endsAt: null,
  },
  unlimited: {
    state: 'unlimited',
    headline: { kind: 'unlimited', throttled: false, throttledTo: null },
    share: null,
  },
  throttled: {
    state: 'throttled',
    lineStatus: 'throttled',
    kind: 'data-card',
    headline: { kind: 'unlimited', throttled: true, throttledTo: 1_000_000 },
    share: null,
  },
  unknown: {
    state: 'unknown',
    headline: { kind: 'unknown' },
    share: null,
    period: null,
    endsAt: null,
    asOf: null,
  },
  'never-read': {
    state: 'never-read',
    headline: { kind: 'none' },
    share: null,
    checkedAt: null,
    asOf: null,
    staleAt: null,
    days: [],
    buckets: [],
    period: null,
    endsAt: null,
  },
  calling: {
    ...rich,
    kind: 'calling',
    name: 'Calling card',
    planName: 'World Talk',
    headline: { kind: 'none' },
    share: null,
    validUntil: null,
    endsAt: null,
    period: null,
    days: [],
  },
  long: {
    ...rich,
    name: 'The tablet that my grandmother uses in her kitchen for recipes',
    planName: LONG,
    endsAtEstimated: true,
    headline: { kind: 'data', remaining: 999 * GB, total: 1000 * GB },
    share: 0.999,
    buckets: [
      bucket({ label: LONG, remaining: 999 * GB, total: 1000 * GB }),
      bucket({ id: 'b', label: LONG.replaceAll(' ', ''), validUntilEstimated: true }),
    ],
    alerts: [{ kind: 'bundle-ends', key: 'bundle-ends-3:main', ...alert, days: 3, label: LONG }],
  },
  gap: { days: days([null, null, null, null, null, null, null, null, null, null, null, 120, 340, 95]) },
  old: { asOf: fromNow(-3 * DAY), checkedAt: fromNow(-26 * HOUR), staleAt: fromNow(-24 * HOUR) },
  wait: { refreshAllowedAt: fromNow(26 * MINUTE) },
};
