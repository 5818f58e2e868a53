import type { Preset } from './preset.ts';

/** What is left of a package that was bought through Celitech. */
export const celitech: Preset = {
  id: 'celitech',
  name: 'Celitech',
  keywords: ['travel eSIM', 'reseller', '旅行', '境外流量', '漫游', '漫遊'],
  defaultKind: 'esim',
  documentationUrl: 'https://docs.celitech.net/',
  url: 'https://api.celitech.net/v1/purchases/{purchaseId}/consumption',
  line: 'purchaseId',
  signIn: { by: 'client', tokenUrl: 'https://auth.celitech.net/oauth2/token', basic: false },
  minPollMinutes: 60,
  spendsMoney: true,
  mapping: {
    v: 1,
    buckets: [
      {
        remaining: { at: '/dataUsageRemainingInBytes', unit: 'B' },
        unlimited: { at: '/dataUsageRemainingInBytes', is: ['-1'] },
      },
    ],
  },
};
