import type { CommandOutput } from '../../../utils/app/commands.ts';
import { DAY } from '../../../utils/domain/instant.ts';
import type { Help } from '../../../utils/domain/offers.ts';
import { fromNow, GB } from '../glances.ts';

/** What a made-up carrier sells. */
export const OFFERS: CommandOutput['offers'] = {
  hosts: ['pay.carrier.example'],
  customAmount: { currency: 'GBP', min: 500, max: 10_000, step: 100 },
  offers: [
    {
      id: 'everyday-10',
      name: 'Everyday 10',
      kind: 'bundle',
      data: 10 * GB,
      voice: 30_000,
      sms: 500,
      validityDays: 30,
      recurring: true,
      price: { amount: 1000, currency: 'GBP' },
      promotion: null,
    },
    {
      id: 'weekend-5',
      name: 'Weekend 5',
      kind: 'bundle',
      data: 5 * GB,
      voice: null,
      sms: null,
      validityDays: 3,
      recurring: false,
      price: { amount: 350, currency: 'GBP' },
      promotion: {
        label: 'Autumn sale',
        endsAt: fromNow(9 * DAY),
        priceBefore: { amount: 500, currency: 'GBP' },
      },
    },
    {
      id: 'credit-10',
      name: 'Credit',
      kind: 'credit',
      data: null,
      voice: null,
      sms: null,
      validityDays: null,
      recurring: false,
      price: { amount: 1000, currency: 'GBP' },
      promotion: null,
    },
  ],
};

export const HELP: Help = {
  support: {
    phone: '+44 20 7946 0000',
    email: 'help@carrier.example',
    chatUrl: 'https://carrier.example/chat',
  },
  storesUrl: 'https://carrier.example/shops',
  kiosksUrl: null,
  accountUrl: 'https://my.carrier.example/',
  termsUrl: 'https://carrier.example/terms#refunds',
  officialHosts: ['carrier.example', 'my.carrier.example'],
  checkoutHosts: ['pay.carrier.example'],
};
