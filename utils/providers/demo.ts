import { DAY, HOUR, type Instant, MINUTE, toInstant, toMs } from '../domain/instant.ts';
import type { Declaration, Provider, ProviderLine } from './contract.ts';
import { bucketList, reading } from './standards/normalise.ts';

const GB = 1e9;
const PERIOD_DAYS = 30;
/** A new demo line stands in the middle of its period: a full bundle would show little. */
const DAYS_IN = 11;
const MEASURED_EVERY = 10 * MINUTE;
/** Mean use of a day; 10 GB run out shortly before they are renewed. */
const BYTES_A_DAY = 0.36 * GB;
/** How the use of a day is spread over four quarters of it: night, morning, afternoon, evening. */
const QUARTERS = [0.05, 0.25, 0.3, 0.4];

/** The fields of a new demo line that was added at `start`; the same seed drains in the same way. */
export function demoFields(start: Instant, seed: number): Record<string, string> {
  return { start, seed: String(seed) };
}

/** A line that lives in this extension alone: nothing is asked of anybody. It sells nothing, so it has no offers. */
export const demoDeclaration: Declaration = {
  id: 'demo',
  name: 'Demo',
  keywords: ['demo', 'try', 'example', '演示', '示範', '体验', '體驗'],
  defaultKind: 'phone',
  signIn: 'none',
  fields: [],
  documentationUrl: '',
  network: 'internet',
  minPollMinutes: 0,
  experimental: false,
  spendsMoney: false,
  hostPatterns: [],
  origins: () => [],
};

export const demo: Provider = {
  ...demoDeclaration,
  read: async (line, { now }) => simulated(line, now),
};

function simulated(line: ProviderLine, now: Instant) {
  const measured = Math.floor(toMs(now) / MEASURED_EVERY) * MEASURED_EVERY;
  const first = startOf(line, measured) - DAYS_IN * DAY;
  const start = first + Math.max(0, Math.floor((measured - first) / (PERIOD_DAYS * DAY))) * PERIOD_DAYS * DAY;
  const end = toInstant(start + PERIOD_DAYS * DAY);
  const used = usedSince(start, measured, Number(line.seed) || 0);
  return reading({
    asOf: toInstant(measured),
    buckets: bucketList([
      {
        id: 'general',
        kind: 'data',
        total: 10 * GB,
        used: Math.min(used, 10 * GB),
        validUntil: end,
      },
      {
        id: 'roaming',
        kind: 'data',
        scope: 'roaming',
        total: GB,
        used: 0,
        validUntil: end,
      },
    ]),
    credit: { amount: 1240, currency: 'EUR' },
    period: { start: toInstant(start), end },
  });
}

function startOf(line: ProviderLine, fallback: number): number {
  const start = toMs(line.start ?? '');
  return Number.isNaN(start) ? fallback : start;
}

/** Bytes used from the beginning of a period, day by day; it never falls within one. */
function usedSince(start: number, now: number, seed: number): number {
  const elapsed = Math.max(0, now - start);
  const days = Math.floor(elapsed / DAY);
  const ofDay = (day: number) => BYTES_A_DAY * (0.4 + 1.2 * unit(seed, start / HOUR + day));
  const whole = Array.from({ length: days }, (_, day) => ofDay(day)).reduce((sum, bytes) => sum + bytes, 0);
  return Math.round(whole + ofDay(days) * shareOfDay((elapsed % DAY) / DAY));
}

/** What part of a day's use has been used when `part` of the day, 0 to 1, has passed. */
function shareOfDay(part: number): number {
  return QUARTERS.reduce(
    (sum, share, at) => sum + share * Math.min(1, Math.max(0, part * QUARTERS.length - at)),
    0,
  );
}

/** A number from 0 to 1 that two whole numbers always give alike. */
function unit(seed: number, day: number): number {
  let mixed =
    Math.imul(Math.trunc(seed) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(Math.trunc(day) + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
