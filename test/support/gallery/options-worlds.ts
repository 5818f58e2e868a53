import { HOUR } from '../../../utils/domain/instant.ts';
import type { TopUp } from '../../../utils/domain/top-up.ts';
import { customJson } from '../../../utils/providers/custom-json.ts';
import { bucket, fromNow, GB, glanceLine, MB, topUp } from '../glances.ts';
import { MADE_UP } from '../made-up-providers.ts';
import { answer, type WorldOptions } from '../options-world.ts';
import { BALANCES } from './balances.ts';
import { CREDITS } from './credits.ts';
import { many } from './many.ts';
import { HELP, OFFERS } from './offers.ts';

/* What the options page may find when it opens. */

const reading = {
  asOf: fromNow(-HOUR),
  lineStatus: 'active' as const,
  planName: 'Everyday 10',
  buckets: [
    bucket(),
    bucket({ id: 'r', label: 'EU roaming', scope: 'roaming', total: GB, used: 0, remaining: GB }),
  ],
  credit: { amount: 1240, currency: 'GBP' },
  validUntil: null,
  period: null,
  autoRenew: null,
  nextPollAt: null,
  topUpUrl: null,
};

const RECEIPTS: TopUp[] = [
  topUp({
    state: 'credited',
    receiptNumber: 'R-2026-00117',
    creditedAt: fromNow(-HOUR),
    offer: OFFERS.offers[0],
  }),
  topUp({ id: 't2', state: 'overdue', lineName: 'Tablet in the kitchen', openedAt: fromNow(-80 * HOUR) }),
  topUp({ id: 't3', state: 'failed', openedAt: fromNow(-400 * HOUR), price: null }),
];

const some = [
  glanceLine({ name: 'Phone', pinned: true, credit: { amount: 1240, currency: 'GBP' } }),
  glanceLine({
    ...BALANCES.low,
    id: 'line-2',
    name: 'Tablet in the kitchen',
    kind: 'data-card',
    providerId: 'router',
    origins: ['http://192.168.8.1'],
    ignored: true,
  }),
  glanceLine({
    ...BALANCES.ok,
    id: 'line-3',
    name: 'Travel eSIM',
    kind: 'esim',
    providerId: 'reseller',
    state: 'signed-out',
    failure: { kind: 'signed-out', retryAt: null, detail: '', at: fromNow(-HOUR) },
  }),
  glanceLine({ ...CREDITS.lapsing, id: 'line-4', name: 'Old number', providerId: 'portal', paused: true }),
];

/** What an endpoint of one's own answers. */
const SAMPLE = {
  account: { tariff: 'Harbour 20', holder: 'A. N. Other', updated: '2026-11-21T09:00:00Z' },
  bundles: [
    { id: 71, name: 'Month', size: 20, left: 7.25, unit: 'GB', ends: '2026-12-01', status: 'ACTIVE' },
    { id: 72, name: 'Gift', size: 1, left: 1, unit: 'GB', ends: '2026-11-30', status: 'ACTIVE' },
  ],
  credit: { amount: '12.40', currency: 'EUR' },
  points: 1250,
};

const common: WorldOptions = {
  lines: some,
  providers: [...MADE_UP, customJson],
  answers: {
    'list-lines': answer([
      { id: 'l1', label: 'Phone', kind: 'phone', masked: '+44 •••• 123', planName: 'Everyday 10' },
      { id: 'l2', label: 'Tablet', kind: 'data-card', masked: '+44 •••• 987', planName: null },
    ]),
    sample: answer(JSON.stringify(SAMPLE)),
    'try-line': answer({ reading, help: HELP, origins: ['https://api.carrier.example'] }),
    'add-line': answer({ lineId: 'new' }),
    receipts: answer(RECEIPTS),
    offers: answer(OFFERS),
    diagnostics: answer(
      `Data Balance 0.1.0\nChromium 156, Linux x86_64, en\n\n[line 1] account-api, polled 2 min ago, ok\n[line 3] reseller, signed-out since 09:14\n  api.reseller.example 401 in 212 ms\n`,
    ),
  },
};

export const OPTIONS_WORLDS: Record<string, WorldOptions> = {
  some: common,
  empty: { ...common, lines: [] },
  many: { ...common, lines: many(40) },
  long: {
    ...common,
    lines: [glanceLine({ ...BALANCES.long }), glanceLine({ ...BALANCES['never-read'], id: 'n' })],
  },
  locked: {
    ...common,
    lines: some.map((line) => ({ ...line, state: 'locked' as const })),
    state: { secrets: 'locked' },
    glance: { locked: true },
  },
  open: { ...common, state: { secrets: 'open' } },
  pending: { ...common, lines: [glanceLine({ topUp: topUp({ state: 'paid', paidAt: fromNow(-HOUR) }) })] },
  hosts: {
    ...common,
    lines: [
      glanceLine({
        hostsProposed: { before: ['pay.carrier.example'], after: ['pay.carrier-checkout.example'] },
      }),
    ],
    stored: { thresholds: { lowBytes: 2 * GB, criticalBytes: 250 * MB, lowCredit: null } },
  },
  'by-rule': {
    ...common,
    lines: [glanceLine({ ...CREDITS['by-rule'], name: 'Old number' })],
    stored: { lapse: { warnDays: null, rule: { days: 180, after: 'top-up', lastOn: '2026-06-23' } } },
  },
  'hosts-open': {
    ...common,
    stored: { help: { ...HELP, checkoutHosts: ['pay.carrier.example', 'pay.carrier-checkout.example'] } },
  },
  refused: {
    ...common,
    grants: false,
    answers: {
      ...common.answers,
      'list-lines': {
        ok: false,
        error: { kind: 'failure', failure: { kind: 'signed-out', retryAt: null, detail: '' }, origin: null },
      },
    },
  },
  failing: {
    ...common,
    answers: {
      ...common.answers,
      sample: {
        ok: false,
        error: { kind: 'failure', failure: { kind: 'intercepted', retryAt: null, detail: '' }, origin: null },
      },
      'list-lines': {
        ok: false,
        error: { kind: 'failure', failure: { kind: 'signed-out', retryAt: null, detail: '' }, origin: null },
      },
    },
  },
};
