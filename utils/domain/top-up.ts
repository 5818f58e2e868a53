import * as z from 'zod/mini';
import { offerSchema } from './offers.ts';
import { instantSchema, moneySchema, readingSchema } from './reading.ts';
import { whole } from './whole.ts';

export const TOP_UP_STATES = [
  'open',
  'paid',
  'credited',
  'failed',
  'expired',
  'refunded',
  'overdue',
  'abandoned',
] as const;

/** What rose between two readings, with by how much (bytes, seconds, messages or minor units). */
export const riseSchema = z.object({
  what: z.literal(['data', 'voice', 'sms', 'credit', 'validity']),
  label: z.string(),
  /** null for validity and for a bucket that became unlimited */
  by: z.nullable(whole()),
  currency: z.nullable(z.string()),
  /** the new end, for validity */
  until: z.nullable(instantSchema),
  /** `queued`: it waits for its turn; `apart`: roaming, night and the like. Neither adds to the headline; absent = it does */
  aside: z.optional(z.literal(['queued', 'apart'])),
});

/** One row of the ledger, kept for good: a top-up that was begun here and what became of it. */
export const topUpSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  lineId: z.string(),
  /** kept so that a receipt still says whose it was when the line is gone */
  lineName: z.string(),
  /** sent as Idempotency-Key; null for a plain link */
  idempotencyKey: z.nullable(z.string()),
  checkoutId: z.nullable(z.string()),
  /** the page that was opened; it carries no secret. null until it is known */
  url: z.nullable(z.string()),
  host: z.string(),
  state: z.literal(TOP_UP_STATES),
  offer: z.nullable(offerSchema),
  price: z.nullable(moneySchema),
  /** whether it was to renew by itself; absent = as the offer says */
  autoRenew: z.optional(z.boolean()),
  openedAt: instantSchema,
  expiresAt: z.nullable(instantSchema),
  paidAt: z.nullable(instantSchema),
  creditedAt: z.nullable(instantSchema),
  /** when this row came to its end, whatever the end */
  settledAt: z.nullable(instantSchema),
  /** how many watch polls were made, which decides the next interval */
  watched: whole().check(z.minimum(0)),
  nextWatchAt: z.nullable(instantSchema),
  before: z.nullable(readingSchema),
  after: z.nullable(readingSchema),
  rises: z.array(riseSchema),
  receiptNumber: z.nullable(z.string()),
  failureReason: z.nullable(z.string()),
  /** the person has seen what is known so far, and closed it */
  dismissed: z.boolean(),
});

export type TopUpState = (typeof TOP_UP_STATES)[number];
export type Rise = z.infer<typeof riseSchema>;
export type TopUp = z.infer<typeof topUpSchema>;
