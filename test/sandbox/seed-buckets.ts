import type { LineId } from './vocabulary.ts';

const GB = 1_000_000_000;

/** A bucket of the first day. */
export interface SeedBucket {
  id: string;
  label: string;
  kind: 'data' | 'voice' | 'sms';
  scope?: 'roaming';
  total: number;
  used: number;
  throttledTo?: number;
  /** days from now: began (negative), ends; or with the line's period; or waiting in its queue */
  runs: [number, number] | 'period' | 'queued';
  /** of validity, for one that waits */
  days?: number;
  queue?: string;
}

/** What each line holds on its first day, in the order in which the carrier lists it. */
export const SEED_BUCKETS: Record<LineId, SeedBucket[]> = {
  esim: [
    {
      id: 'esim-5gb',
      label: 'Traveller 5 GB',
      kind: 'data',
      total: 5 * GB,
      used: 1_860_000_000,
      runs: [-12, 18],
      queue: 'main',
    },
    {
      id: 'esim-roaming',
      label: 'EU roaming',
      kind: 'data',
      scope: 'roaming',
      total: GB,
      used: 310_000_000,
      runs: [-12, 18],
    },
    {
      id: 'esim-next',
      label: 'Traveller 10 GB',
      kind: 'data',
      total: 10 * GB,
      used: 0,
      runs: 'queued',
      days: 30,
      queue: 'main',
    },
  ],
  'data-card': [
    {
      id: 'card-month',
      label: 'Monthly pass 20 GB',
      kind: 'data',
      total: 20 * GB,
      used: 8_400_000_000,
      throttledTo: 1_000_000,
      runs: [-11, 19],
      queue: 'month',
    },
    {
      id: 'card-day',
      label: 'Day pass 2 GB',
      kind: 'data',
      total: 2 * GB,
      used: 350_000_000,
      runs: [-0.25, 0.75],
      queue: 'day',
    },
    {
      id: 'card-day-next',
      label: 'Day pass 2 GB',
      kind: 'data',
      total: 2 * GB,
      used: 0,
      runs: 'queued',
      days: 1,
      queue: 'day',
    },
  ],
  phone: [
    {
      id: 'phone-week',
      label: 'Weekly 3 GB',
      kind: 'data',
      total: 3 * GB,
      used: 900_000_000,
      runs: [-2, 5],
    },
    {
      id: 'phone-month',
      label: 'Local 8 GB 本地數據',
      kind: 'data',
      total: 8 * GB,
      used: 2_200_000_000,
      runs: [-9, 21],
    },
  ],
  calling: [
    {
      id: 'calling-data',
      label: 'Data 流量',
      kind: 'data',
      total: 10 * GB,
      used: 1_950_000_000,
      runs: 'period',
    },
    {
      id: 'calling-voice',
      label: 'Minutes 通话',
      kind: 'voice',
      total: 18_000,
      used: 4_980,
      runs: 'period',
    },
    { id: 'calling-sms', label: 'SMS 短信', kind: 'sms', total: 100, used: 17, runs: 'period' },
  ],
  'number-keeping': [],
};
