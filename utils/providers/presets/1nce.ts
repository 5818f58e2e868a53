import type { Preset } from './preset.ts';

/** The data that a SIM of 1NCE was bought with. */
export const oneNce: Preset = {
  id: '1nce',
  name: '1NCE',
  keywords: ['once', 'IoT', 'SIM', '物联网', '物聯網'],
  defaultKind: 'data-card',
  documentationUrl: 'https://help.1nce.com/api/',
  url: 'https://api.1nce.com/management-api/v1/sims/{iccid}/quota/data',
  line: 'iccid',
  signIn: { by: 'client', tokenUrl: 'https://api.1nce.com/management-api/oauth/token', basic: true },
  minPollMinutes: 0,
  spendsMoney: false,
  mapping: {
    v: 1,
    buckets: [
      {
        remaining: { at: '/volume', unit: 'MB' },
        total: { at: '/total_volume', unit: 'MB' },
        validUntil: { at: '/expiry_date', as: 'iso', zone: 'UTC' },
      },
    ],
  },
};
