import type { FailureKind } from '../../../utils/domain/failure.ts';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/domain/instant.ts';
import { bucket, fromNow, GB, topUp } from '../glances.ts';

function failed(kind: FailureKind, over: Partial<GlanceLine> = {}): Partial<GlanceLine> {
  return {
    asOf: null,
    checkedAt: fromNow(-5 * HOUR),
    staleAt: fromNow(-3 * HOUR),
    failure: { kind, retryAt: null, detail: '', at: fromNow(-3 * MINUTE) },
    ...over,
  };
}

const credited = topUp({
  state: 'credited',
  paidAt: fromNow(-9 * MINUTE),
  creditedAt: fromNow(-6 * MINUTE),
  settledAt: fromNow(-6 * MINUTE),
  receiptNumber: 'R-2026-004711',
  rises: [
    { what: 'data', label: 'Everyday 10', by: 10 * GB, currency: null, until: null },
    { what: 'validity', label: 'Number', by: null, currency: null, until: fromNow(90 * DAY) },
  ],
});

/** Lines with a failure, or a top-up on its way. */
export const TROUBLES: Record<string, Partial<GlanceLine>> = {
  offline: failed('offline'),
  'no-access': failed('no-access', { state: 'signed-out' }),
  'signed-out': failed('signed-out', { state: 'signed-out' }),
  'rate-limited': failed('rate-limited', { refreshAllowedAt: fromNow(26 * MINUTE) }),
  'line-gone': failed('line-gone', { state: 'line-gone' }),
  'wrong-network': failed('wrong-network'),
  intercepted: failed('intercepted'),
  unreadable: failed('unreadable'),
  'unknown-provider': failed('unreadable', { unknownProvider: true, providerId: 'far-tel' }),
  pending: { topUp: topUp({ offer: null }) },
  paid: { topUp: topUp({ state: 'paid', paidAt: fromNow(-3 * MINUTE) }) },
  credited: { topUp: credited },
  declined: { topUp: topUp({ state: 'failed', failureReason: 'Card declined by the issuer' }) },
  overdue: {
    topUp: topUp({ state: 'overdue', paidAt: fromNow(-45 * MINUTE), receiptNumber: 'R-2026-004712' }),
  },
  hosts: {
    hostsProposed: {
      before: ['pay.carrier.example'],
      after: ['pay.carrier.example', 'checkout.payments.example'],
    },
  },
  paused: { state: 'paused', paused: true, alertsPausedUntil: fromNow(20 * HOUR) },
  suspended: { state: 'suspended', lineStatus: 'suspended', buckets: [bucket({ state: 'suspended' })] },
};
