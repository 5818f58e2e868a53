import type { OfferRow } from './rows.ts';
import type { LineId } from './vocabulary.ts';

const GB = 1_000_000_000;

type SeedOffer = Partial<Omit<OfferRow, 'line_id' | 'promotion_ends_at'>> &
  Pick<OfferRow, 'id' | 'name' | 'amount'> & {
    /** days from the first day; absent = the promotion has no announced end */
    promotionDays?: number;
  };

/** What is sold for each line, in the order of the page. Prices in minor units of the line's currency. */
export const SEED_OFFERS: Record<LineId, SeedOffer[]> = {
  esim: [
    { id: 'esim-1gb', name: 'Data 1 GB', data: GB, validity_days: 7, amount: 450 },
    {
      id: 'esim-5gb',
      name: 'Traveller 5 GB',
      data: 5 * GB,
      validity_days: 30,
      amount: 1200,
      promotion_label: 'Autumn offer',
      promotionDays: 14,
      price_before: 1500,
    },
    {
      id: 'esim-10gb',
      name: 'Traveller 10 GB',
      data: 10 * GB,
      validity_days: 30,
      recurring: 1,
      amount: 2000,
      starts: 'queue',
      queue: 'main',
    },
    {
      id: 'esim-roaming-1gb',
      name: 'EU roaming 1 GB',
      data: GB,
      validity_days: 14,
      amount: 600,
      scope: 'roaming',
    },
    { id: 'esim-credit-10', name: 'Credit £10', kind: 'credit', amount: 1000 },
    { id: 'esim-credit-20', name: 'Credit £20', kind: 'credit', amount: 2000 },
  ],
  'data-card': [
    {
      id: 'card-day-2gb',
      name: 'Day pass 2 GB',
      data: 2 * GB,
      validity_days: 1,
      amount: 480,
      starts: 'queue',
      queue: 'day',
    },
    {
      id: 'card-boost-5gb',
      name: 'Speed boost 5 GB',
      data: 5 * GB,
      validity_days: 30,
      amount: 980,
      promotion_label: 'Weekend price',
      promotionDays: 3,
      price_before: 1380,
    },
    {
      id: 'card-month-20gb',
      name: 'Monthly pass 20 GB',
      data: 20 * GB,
      validity_days: 30,
      recurring: 1,
      amount: 2980,
      throttled_to: 1_000_000,
      starts: 'queue',
      queue: 'month',
    },
  ],
  phone: [
    { id: 'phone-day-1gb', name: 'Day 1 GB 一日數據', data: GB, validity_days: 1, amount: 1800 },
    { id: 'phone-week-3gb', name: 'Weekly 3 GB', data: 3 * GB, validity_days: 7, amount: 3800 },
    {
      id: 'phone-month-8gb',
      name: 'Local 8 GB 本地數據',
      data: 8 * GB,
      voice: 60_000,
      validity_days: 30,
      recurring: 1,
      amount: 8800,
      promotion_label: '網上優惠 online price',
      price_before: 9800,
    },
    { id: 'phone-credit-50', name: 'Credit HK$50', kind: 'credit', amount: 5000 },
    { id: 'phone-credit-100', name: 'Credit HK$100', kind: 'credit', amount: 10_000 },
  ],
  calling: [
    {
      id: 'calling-monthly',
      name: 'Monthly Talk 畅聊套餐',
      data: 10 * GB,
      voice: 18_000,
      sms: 100,
      recurring: 1,
      amount: 5900,
      starts: 'period',
    },
    {
      id: 'calling-data-2gb',
      name: 'Data add-on 流量包 2 GB',
      data: 2 * GB,
      validity_days: 30,
      amount: 1500,
    },
    {
      id: 'calling-voice-100',
      name: '100 minutes 语音包',
      voice: 6000,
      validity_days: 30,
      amount: 1000,
      promotion_label: '限时优惠 limited offer',
      promotionDays: 10,
      price_before: 1500,
    },
  ],
  'number-keeping': [
    { id: 'keeping-credit-5', name: 'Credit £5', kind: 'credit', amount: 500 },
    { id: 'keeping-credit-10', name: 'Credit £10', kind: 'credit', amount: 1000 },
    { id: 'keeping-data-500mb', name: 'Visit 500 MB', data: 500_000_000, validity_days: 7, amount: 300 },
  ],
};
