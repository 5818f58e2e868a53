import type { Preset } from './preset.ts';

/** The plans of an eSIM that was bought through Zendit. */
export const zendit: Preset = {
  id: 'zendit',
  name: 'Zendit',
  keywords: ['travel eSIM', 'reseller', '旅行', '境外流量', '漫游', '漫遊'],
  defaultKind: 'esim',
  documentationUrl: 'https://developers.zendit.io/',
  url: 'https://api.zendit.io/v1/esim/{iccid}/plans',
  line: 'iccid',
  signIn: { by: 'bearer' },
  minPollMinutes: 0,
  spendsMoney: true,
  mapping: {
    v: 1,
    buckets: [
      {
        each: '/list',
        id: '/planId',
        labelAt: '/offerId',
        total: { at: '/initialDataGB', unit: 'GB' },
        remaining: { at: '/remainingDataGB', unit: 'GB' },
        unlimited: { at: '/unlimited', is: ['true'] },
        state: {
          at: '/status',
          words: { active: 'active', queued: 'queued', expired: 'expired', depleted: 'depleted' },
        },
        validFrom: { at: '/startAt', as: 'iso', zone: 'UTC' },
        validUntil: { at: '/endAt', as: 'iso', zone: 'UTC' },
      },
    ],
  },
};
