import type { Preset } from './preset.ts';

/** A SIM of Onomondo by its data limit; what it used in all its life says nothing about that. */
export const onomondo: Preset = {
  id: 'onomondo',
  name: 'Onomondo',
  keywords: ['IoT', 'SIM', '物联网', '物聯網'],
  defaultKind: 'data-card',
  documentationUrl: 'https://docs.onomondo.com/',
  url: 'https://api.onomondo.com/sims/{id}',
  line: 'id',
  signIn: { by: 'key' },
  minPollMinutes: 0,
  spendsMoney: false,
  lineAt: '/id',
  mapping: {
    v: 1,
    buckets: [
      {
        used: { at: '/data_limit/used', unit: 'B' },
        total: { at: '/data_limit/total', unit: 'B' },
      },
    ],
  },
};
