import * as z from 'zod/mini';
import { byName } from './by-name.ts';
import { creditWatchSchema } from './credit-burn.ts';
import { FAILURE_KINDS } from './failure.ts';
import { instantSchema, moneySchema, readingSchema } from './reading.ts';
import { whole } from './whole.ts';

/** The latest reading of a line. */
export const readingRowSchema = z.object({
  v: z.literal(1),
  lineId: z.string(),
  reading: readingSchema,
  /** when this computer received it; a 304 renews it */
  checkedAt: instantSchema,
  /** when the figures last changed */
  changedAt: instantSchema,
  /** when the line lapses by an earlier reading, where the latest leaves it out */
  earlierValidity: z.optional(z.object({ at: instantSchema, estimated: z.boolean(), toldAt: instantSchema })),
  /** when use was last seen; absent = never */
  usedAt: z.optional(instantSchema),
  /** what the credit has done lately; absent = not known */
  watch: z.optional(creditWatchSchema),
});

/** History: one row per change of value. Bytes; minor units for credit. */
export const sampleSchema = z.object({
  v: z.literal(1),
  lineId: z.string(),
  at: instantSchema,
  /** headline remaining; null = unknown or unlimited */
  remaining: z.nullable(whole()),
  /** used bytes of the general data buckets; null = unknown */
  used: z.nullable(whole()),
  total: z.nullable(whole()),
  credit: z.nullable(moneySchema),
  /** how dense rows are here: every change, the last of an hour, the last of a day */
  grain: z.literal(['raw', 'hour', 'day']),
  /** bytes used since the row before, resets and top-ups left out; null where it cannot be known */
  spent: z.nullable(whole().check(z.minimum(0))),
  /** what happened between the row before and this one */
  mark: z.nullable(z.literal(['top-up', 'reset', 'gap'])),
});

export const failureFactsSchema = z.object({
  kind: z.literal(FAILURE_KINDS),
  retryAt: z.nullable(instantSchema),
  detail: z.string(),
});

/** How the last poll of a line went, and when the next is due. Written before the request and after it. */
export const attemptSchema = z.object({
  v: z.literal(1),
  lineId: z.string(),
  startedAt: instantSchema,
  /** null = running, or its worker died */
  finishedAt: z.nullable(instantSchema),
  /** null = the last finished poll succeeded */
  failure: z.nullable(failureFactsSchema),
  /** failed polls in a row */
  failures: whole().check(z.minimum(0)),
  lastSuccessAt: z.nullable(instantSchema),
  /** null = not before the person acts */
  nextPollAt: z.nullable(instantSchema),
  /** starts of the polls of the last 24 hours, for the budget */
  recent: z.array(instantSchema),
  /** ETag by address */
  etags: byName(z.string()),
  /** how far the carrier's clock was ahead of ours, in milliseconds; 0 = they agree; null or absent = not told */
  clockSkew: z.optional(z.nullable(whole())),
});

/** An episode of an alert: raised once, ended when its condition has clearly ended. */
export const alertSchema = z.object({
  v: z.literal(1),
  /** `${lineId}:${key}` */
  id: z.string(),
  lineId: z.string(),
  /** which alert, with its step where it has one: `low`, `lapse-7`, `bundle-ends-3:<bucket id>` ... */
  key: z.string(),
  raisedAt: instantSchema,
  /** null = held back by quiet hours or a pause, still to be told */
  toldAt: z.nullable(instantSchema),
  /** null = the episode is still open */
  endedAt: z.nullable(instantSchema),
  /** the end that it warns of, where it warns of one; absent in rows of older versions */
  until: z.optional(instantSchema),
});

export type ReadingRow = z.infer<typeof readingRowSchema>;
export type Sample = z.infer<typeof sampleSchema>;
export type Attempt = z.infer<typeof attemptSchema>;
export type AlertEpisode = z.infer<typeof alertSchema>;
