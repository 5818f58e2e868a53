import type { Preset } from './preset.ts';

/** A SIM of Telnyx: what it used in the billing period, and its own limit where one is set. */
export const telnyx: Preset = {
  id: 'telnyx',
  name: 'Telnyx',
  keywords: ['IoT', 'SIM', '物联网', '物聯網'],
  defaultKind: 'data-card',
  documentationUrl: 'https://developers.telnyx.com/docs/iot-sim',
  url: 'https://api.telnyx.com/v2/sim_cards/{id}',
  line: 'id',
  signIn: { by: 'bearer' },
  minPollMinutes: 0,
  spendsMoney: false,
  mapping: {
    v: 1,
    root: '/data',
    buckets: [
      {
        used: {
          at: '/current_billing_period_consumed_data/amount',
          unitAt: '/current_billing_period_consumed_data/unit',
        },
        total: { at: '/data_limit/amount', unitAt: '/data_limit/unit' },
      },
    ],
  },
};
