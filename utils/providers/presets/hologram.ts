import type { Preset } from './preset.ts';

/** A device of Hologram: what it used in the billing period, and its plan where that holds data. */
export const hologram: Preset = {
  id: 'hologram',
  name: 'Hologram',
  keywords: ['IoT', 'SIM', '物联网', '物聯網'],
  defaultKind: 'data-card',
  documentationUrl: 'https://docs.hologram.io/',
  url: 'https://dashboard.hologram.io/api/1/devices/{id}',
  line: 'id',
  signIn: { by: 'key', user: 'apikey' },
  minPollMinutes: 0,
  spendsMoney: false,
  lineAt: '/data/id',
  mapping: {
    v: 1,
    failure: { at: '/success', words: { false: 'carrier-down' } },
    root: '/data',
    buckets: [
      {
        used: { at: '/links/cellular/0/cur_billing_data_used', unit: 'B' },
        // Nothing in the plan is pay per use, and no limit.
        total: { at: '/links/cellular/0/plan/data', unit: 'B', none: ['0'] },
        unlimited: { at: '/links/cellular/0/overagelimit', is: ['-1'] },
      },
    ],
  },
};
