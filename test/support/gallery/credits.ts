import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { DAY, HOUR } from '../../../utils/domain/instant.ts';
import { fromNow, GB } from '../glances.ts';

const keeping: Partial<GlanceLine> = {
  state: 'lapsing',
  kind: 'number-keeping',
  planName: 'Keep my number',
  headline: { kind: 'none' },
  share: null,
  period: null,
  endsAt: null,
  buckets: [],
  days: [],
  credit: { amount: 190, currency: 'GBP' },
};

const burnt = { amount: 140, currency: 'GBP', label: 'Traveller 5 GB', since: fromNow(-2 * HOUR) };
const alert = { since: fromNow(-HOUR), days: null, label: null };

/** Lines whose number comes to its end, and lines whose credit burns. */
export const CREDITS: Record<string, Partial<GlanceLine>> = {
  lapsing: {
    ...keeping,
    validUntil: { at: fromNow(7 * DAY), estimated: false },
    alerts: [{ kind: 'lapse', key: 'lapse-7', ...alert, days: 7 }],
  },
  'by-rule': {
    ...keeping,
    state: 'ok',
    validUntil: {
      at: fromNow(29 * DAY),
      estimated: true,
      rule: { days: 180, after: 'top-up', from: '2026-06-23' },
    },
    alerts: [{ kind: 'lapse', key: 'lapse-30', ...alert, days: 30 }],
  },
  burn: {
    state: 'used-up',
    headline: { kind: 'data', remaining: 0, total: 5 * GB },
    share: 0,
    credit: { amount: 1100, currency: 'GBP' },
    burn: { ...burnt, ended: { kind: 'data', label: burnt.label, at: fromNow(-2 * HOUR), usedUp: false } },
    alerts: [{ kind: 'credit-burn', key: 'credit-burn', ...alert }],
  },
  'burn-beside': {
    credit: { amount: 1100, currency: 'GBP' },
    burn: { ...burnt, label: 'Everyday 10', ended: null },
    alerts: [{ kind: 'credit-burn', key: 'credit-burn', ...alert }],
  },
};
