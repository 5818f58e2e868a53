import type { Preset } from './preset.ts';

/** The data quota of an endpoint of emnify. */
export const emnify: Preset = {
  id: 'emnify',
  name: 'emnify',
  keywords: ['IoT', 'SIM', 'endpoint', '物联网', '物聯網'],
  defaultKind: 'data-card',
  documentationUrl: 'https://docs.emnify.com/developers',
  url: 'https://cdn.emnify.net/api/v1/endpoint/{id}/quota/data',
  line: 'id',
  signIn: { by: 'bearer' },
  minPollMinutes: 0,
  spendsMoney: false,
  mapping: {
    v: 1,
    buckets: [
      {
        remaining: { at: '/volume', unit: 'MB' },
        state: {
          at: '/status/description',
          words: { active: 'active', exhausted: 'depleted', expired: 'expired' },
        },
        validUntil: { at: '/expiry_date', as: 'iso', zone: 'UTC' },
      },
    ],
  },
};
