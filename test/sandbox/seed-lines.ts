import type { LineRow } from './rows.ts';
import type { LineId } from './vocabulary.ts';

/** A line of the first day; what is not named is null. */
export type SeedLine = Partial<Omit<LineRow, 'id'>> &
  Pick<LineRow, 'label' | 'currency'> & {
    id: LineId;
    /** days since the period began, and the offer that renews it */
    period?: { began: number; offer: string };
    /** days since the last top-up, where the line lapses without one */
    toppedUpDaysAgo?: number;
  };

/** What the demo account holds on its first day. */
export const SEED_LINES: SeedLine[] = [
  {
    id: 'esim',
    label: 'Travel eSIM',
    number_masked: '+44 77•• •••142',
    plan_name: 'Traveller 5 GB',
    currency: 'GBP',
    credit: 1240,
    custom_min: 500,
    custom_max: 10_000,
    custom_step: 100,
  },
  {
    id: 'data-card',
    label: 'Pocket Wi-Fi',
    device_id_masked: '•••••••••••4507',
    plan_name: 'Wi-Fi Monthly 20 GB',
    currency: 'JPY',
  },
  {
    id: 'phone',
    label: 'Prepaid phone',
    number_masked: '+852 5••• •318',
    plan_name: 'Pay as you go',
    currency: 'HKD',
    credit: 8650,
    payg_rate: 20,
    lapse_days: 180,
    toppedUpDaysAgo: 9,
    custom_min: 5000,
    custom_max: 100_000,
    custom_step: 1000,
  },
  {
    id: 'calling',
    label: 'Calling card',
    number_masked: '+86 1•• ••••0926',
    plan_name: 'Monthly Talk 畅聊',
    currency: 'CNY',
    period: { began: 10, offer: 'calling-monthly' },
  },
  {
    id: 'number-keeping',
    label: 'Kept number',
    number_masked: '+44 79•• •••655',
    plan_name: 'Keep My Number',
    currency: 'GBP',
    credit: 460,
    lapse_days: 90,
    toppedUpDaysAgo: 52,
    custom_min: 500,
    custom_max: 5000,
    custom_step: 500,
  },
];
