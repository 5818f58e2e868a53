import type { LineId } from '../../sandbox/vocabulary.ts';
import { type Day, daily } from './days.ts';

/** A line's month: what is done on its days, and every notification that comes. */
export interface Tale {
  line: LineId;
  days: readonly Day[];
}

const HOUR = 1 / 24;

/** It runs out too early, is topped up, and what was queued takes over. */
const TRAVEL_ESIM: readonly Day[] = [
  ...daily(1, 20, [
    {
      day: 9,
      told: ['Travel eSIM: likely to run out too early'],
      says: ['before it expires on Fri, Mar 20'],
      badge: '1.3G',
    },
    {
      day: 13,
      buys: { offer: /^Data 1 GB/, by: 'pointer' },
      told: ['Travel eSIM: 482 MB left', 'Travel eSIM: your top-up arrived'],
      says: ['Top-up arrived'],
      badge: '1.5G',
    },
    { day: 15, told: ['Travel eSIM: a bundle ends in 3 days'] },
    {
      day: 17,
      restart: true,
      told: ['Travel eSIM: a bundle ends tomorrow\nTravel eSIM: a bundle ends in 3 days'],
    },
    { day: 19, told: ['Travel eSIM: a bundle ends tomorrow'], badge: '11G' },
  ]),
  { day: 24 },
  { day: 30, says: ['8.19'], badge: '8.2G' },
];

/** The month's pass is used up and slow, a boost makes it quick again, and both come to their end. */
const DATA_CARD: readonly Day[] = [
  ...daily(1, 21, [
    {
      day: 9,
      told: ['Pocket Wi-Fi: likely to run out too early'],
      says: ['before it expires on Sat, Mar 21'],
    },
    { day: 13, told: ['Pocket Wi-Fi: slow now'], says: ['1 Mb/s'], badge: '0' },
    {
      day: 14,
      buys: { offer: /^Speed boost 5 GB/, by: 'pointer' },
      told: ['Pocket Wi-Fi: your top-up arrived'],
      badge: '5G',
    },
    { day: 15, told: ['Pocket Wi-Fi: likely to run out too early'] },
    { day: 20, told: ['Pocket Wi-Fi: data used up'], says: ['The data is used up.'], badge: '0' },
  ]),
  { day: 26 },
  { day: 30 },
];

/** Two bundles end; then use is paid from the credit. */
const PHONE: readonly Day[] = [
  ...daily(1, 20, [
    { day: 2, told: ['Prepaid phone: a bundle ends in 3 days'] },
    { day: 4, told: ['Prepaid phone: a bundle ends tomorrow'], says: ['“Weekly 3 GB” ends in 1 day.'] },
    { day: 15, told: ['Prepaid phone: likely to run out too early'] },
    { day: 18, told: ['Prepaid phone: a bundle ends in 3 days'] },
    { day: 20, told: ['Prepaid phone: a bundle ends tomorrow'] },
  ]),
  { day: 20.9, told: ['Prepaid phone: 326 MB left'], says: ['Running low.'], badge: '326M' },
  { day: 21 + HOUR / 2, told: ['Prepaid phone: credit is being used'] },
  {
    day: 21 + 2 * HOUR,
    says: ['HK$7.64', '“Local 8 GB 本地數據” ended'],
  },
  { day: 21 + 4 * HOUR },
  { day: 21.5 },
  { day: 22 },
  { day: 30 },
];

/** A month that renews by itself; in the next one minutes and messages run out. */
const CALLING: readonly Day[] = [
  { day: 1 },
  ...daily(13, 19, [
    { day: 15, told: ['Calling card: a bundle ends in 3 days'], says: ['It renews by itself'] },
    { day: 17, told: ['Calling card: a bundle ends tomorrow'] },
    { day: 18, badge: '10G' },
  ]),
  {
    day: 20,
    when: ({ lines }) => lines.setBucket('calling', 'calling-voice', { used: 16_800 }),
    told: ['Calling card: 4 min of calls left'],
  },
  {
    day: 21,
    when: ({ lines }) => lines.setBucket('calling', 'calling-voice', { used: 18_000 }),
    told: ['Calling card: call minutes used up'],
    says: ['The call minutes are used up.'],
  },
  {
    day: 22,
    when: ({ lines }) => lines.setBucket('calling', 'calling-sms', { used: 95 }),
    told: ['Calling card: 1 message left'],
  },
  { day: 30, told: ['Calling card: messages used up'] },
];

/** The ladder to the end of a number, and the top-up that keeps it. */
const KEPT: readonly Day[] = [
  { day: 7, badge: '31d' },
  { day: 8, told: ['Kept number: the number lapses in 30 days'] },
  { day: 9 },
  { day: 24, told: ['Kept number: the number lapses in 14 days'] },
  { day: 25 },
  { day: 31, told: ['Kept number: the number lapses in 7 days'], badge: '7d' },
  { day: 33 },
  { day: 35, told: ['Kept number: the number lapses in 3 days'] },
  { day: 36 },
  {
    day: 37,
    buys: { offer: /^Credit £5/, by: 'keyboard' },
    told: ['Kept number: the number lapses tomorrow', 'Kept number: your top-up arrived'],
    says: ['Top-up arrived', '£9.60'],
    badge: '90d',
  },
  { day: 38 },
];

export const TALES: readonly Tale[] = [
  { line: 'data-card', days: DATA_CARD },
  { line: 'phone', days: PHONE },
  { line: 'calling', days: CALLING },
  { line: 'number-keeping', days: KEPT },
  { line: 'esim', days: TRAVEL_ESIM },
];
