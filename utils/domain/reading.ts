import * as z from 'zod/mini';
import type { Instant } from './instant.ts';
import { whole } from './whole.ts';

/*
 * The one normal form of every account API. Field names and meanings are those of the project's reading
 * specification (docs/reading.md); terms follow TM Forum where it has one.
 */

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export const instantSchema = z.string().check(z.regex(INSTANT, 'an instant like 2026-05-02T10:00:00Z'));
/** A count that is never negative: bytes, seconds or messages. */
const amountSchema = whole().check(z.minimum(0));
export const currencySchema = z.string().check(z.regex(/^[A-Z]{3}$/, 'a currency of ISO 4217, like EUR'));

/** Money: `amount` in the minor unit of `currency` (EUR 12.40 = 1240, JPY 500 = 500), may be negative. */
export const moneySchema = z.object({ amount: whole(), currency: currencySchema });

export const LINE_STATUSES = [
  'active',
  'not-activated',
  'throttled',
  'suspended',
  'expired',
  'unknown',
] as const;
export const BUCKET_KINDS = ['data', 'voice', 'sms', 'money', 'other'] as const;
export const BUCKET_SCOPES = ['general', 'roaming', 'dedicated', 'zero-rated', 'night'] as const;
export const BUCKET_STATES = ['active', 'queued', 'depleted', 'expired', 'suspended', 'throttled'] as const;

/** One allowance. Data in bytes, voice in seconds, sms in messages, money in minor units; null = unknown. */
export const bucketSchema = z.object({
  id: z.string().check(z.minLength(1)),
  label: z.string(),
  kind: z.literal(BUCKET_KINDS),
  scope: z.literal(BUCKET_SCOPES),
  state: z.literal(BUCKET_STATES),
  total: z.nullable(amountSchema),
  used: z.nullable(amountSchema),
  remaining: z.nullable(amountSchema),
  unlimited: z.boolean(),
  currency: z.nullable(currencySchema),
  /** bit/s after the cap */
  throttledTo: z.nullable(whole().check(z.minimum(0))),
  validFrom: z.nullable(instantSchema),
  validUntil: z.nullable(instantSchema),
  validUntilEstimated: z.boolean(),
});

export const readingSchema = z.object({
  asOf: z.nullable(instantSchema),
  lineStatus: z.literal(LINE_STATUSES),
  planName: z.nullable(z.string()),
  buckets: z.array(bucketSchema),
  credit: z.nullable(moneySchema),
  /** when the line or number itself lapses, not a bucket */
  validUntil: z.nullable(z.object({ at: instantSchema, estimated: z.boolean() })),
  period: z.nullable(z.object({ start: instantSchema, end: instantSchema })),
  autoRenew: z.nullable(
    z.object({ enabled: z.boolean(), offerId: z.nullable(z.string()), nextAt: z.nullable(instantSchema) }),
  ),
  nextPollAt: z.nullable(instantSchema),
  topUpUrl: z.nullable(z.string()),
});

export type Money = z.infer<typeof moneySchema>;
export type Bucket = z.infer<typeof bucketSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type LineStatus = Reading['lineStatus'];
export type { Instant };
