import * as z from 'zod/mini';
import type { Instant } from './instant.ts';
import { currencySchema, instantSchema } from './reading.ts';
import { whole } from './whole.ts';

/** A bundle that ended while nothing of its sort took its place. */
const endedSchema = z.object({
  kind: z.literal(['data', 'voice', 'sms']),
  label: z.string(),
  at: instantSchema,
  /** before its end, as nothing was left of it */
  usedUp: z.boolean(),
});

/** Credit that fell and fell again, with nothing bought, though a bundle covers the use or has just ended. */
const fallsSchema = z.object({
  /** when the credit was last seen untouched, or the bundle ended, whichever is later */
  since: instantSchema,
  /** by how much altogether, minor units */
  amount: whole(),
  currency: currencySchema,
  /** falls that can only be use; one that is enough by itself counts as many as it takes */
  count: whole(),
  /** the latest fall, and when it was read */
  last: whole(),
  lastAt: instantSchema,
  /** the bundle that stands and should cover the use; where it has ended, how */
  label: z.string(),
  ended: z.nullable(endedSchema),
});

/** What the credit has done lately; kept beside the latest reading, as one alone cannot tell. */
export const creditWatchSchema = z.object({
  ended: z.nullable(endedSchema),
  falls: z.nullable(fallsSchema),
  /** since when it was looked at and did not fall, but for what was bought; absent = not known */
  calmSince: z.optional(instantSchema),
  /** the reading itself came late, and nothing may be compared with it */
  old: z.optional(z.literal(true)),
});

export type Ended = z.infer<typeof endedSchema>;
export type Falls = z.infer<typeof fallsSchema>;
export type CreditWatch = z.infer<typeof creditWatchSchema>;

/** What a person is told of credit that burns. */
export type CreditBurn = Pick<Falls, 'amount' | 'currency' | 'label' | 'ended'> & { since: Instant };

/** A single fall may be a purchase, a fee or credit that expired; it takes a second one to be surely use. */
export const FALLS_OF_A_BURN = 2;

/** null = no credit burns, as far as is known */
export function burnOf(watch: CreditWatch | undefined): CreditBurn | null {
  const falls = watch?.falls;
  if (!falls || falls.count < FALLS_OF_A_BURN) return null;
  const { since, amount, currency, label, ended } = falls;
  return { since, amount, currency, label, ended };
}
