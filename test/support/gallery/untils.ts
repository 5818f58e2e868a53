import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { DAY } from '../../../utils/domain/instant.ts';
import { bucket, fromNow, GB } from '../glances.ts';
import { FORECASTS } from './forecasts.ts';

const day = (days: number) => fromNow(days * DAY).slice(0, 10);
const { forecast } = FORECASTS['runs-out'] ?? {};
const soon = [bucket({ validUntil: fromNow(2 * DAY) })];
const alerts: GlanceLine['alerts'] = [
  { kind: 'bundle-ends', key: 'bundle-ends-3:main', since: fromNow(-DAY), days: 3, label: 'Everyday 10' },
];
const autoRenew = { enabled: true, offerId: 'offer-1', nextAt: fromNow(2 * DAY) };
const next = bucket({ id: 'next', label: 'Next 5', state: 'queued', remaining: 5 * GB, validUntil: null });

/** Lines with a day that the person named, and with bundles that end. */
export const UNTILS: Record<string, Partial<GlanceLine>> = {
  until: { ...(forecast && { forecast }), until: { day: day(6), label: 'Flight home' } },
  'until-past': {
    until: { day: day(-1), label: 'A label of sixty characters, which is as long as it may be: ok' },
  },
  'until-beyond': { ...(forecast && { forecast }), until: { day: day(21), label: '' } },
  'bundle-ends': { buckets: [...soon, next], endsAt: fromNow(2 * DAY), period: null, alerts },
  'bundle-renews': { buckets: soon, endsAt: fromNow(2 * DAY), period: null, alerts, autoRenew },
};
