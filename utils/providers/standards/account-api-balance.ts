import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/instant.ts';
import {
  BUCKET_KINDS,
  BUCKET_SCOPES,
  BUCKET_STATES,
  currencySchema,
  LINE_STATUSES,
  moneySchema,
  type Reading,
} from '../../domain/reading.ts';
import { linkUrl } from './addresses.ts';
import {
  blankToNull,
  count,
  flag,
  id,
  instant,
  listOf,
  MANY,
  oneOf,
  orUnknown,
  remainder,
  text,
} from './answer.ts';
import { plausible } from './dates.ts';
import { isRecord } from './loose.ts';
import { bucketList, reading } from './normalise.ts';
import { cleanTextOrNull } from './text.ts';

/** One of `buckets` */
export const bucketAnswer = z.object({
  id: orUnknown(id),
  label: text,
  kind: oneOf(BUCKET_KINDS, { unknown: 'other' }),
  // A new scope must not count toward the headline, which `general` does.
  scope: oneOf(BUCKET_SCOPES, { unknown: 'dedicated', absent: 'general' }),
  state: oneOf(BUCKET_STATES, { unknown: 'active', absent: 'active' }),
  total: count,
  used: count,
  remaining: remainder,
  unlimited: flag(false),
  currency: orUnknown(currencySchema),
  throttledTo: count,
  validFrom: instant,
  validUntil: instant,
  validUntilEstimated: flag(false),
});

/** Money whose amount is not told is not told at all. */
const creditAnswer = z.pipe(
  z.transform((value: unknown) => {
    const told = blankToNull(value);
    const unknown = isRecord(told) && blankToNull(told.amount) === null;
    return unknown ? null : told;
  }),
  z.nullable(moneySchema),
);

/** `GET /lines/{id}/balance` */
export const balanceAnswer = z.object({
  /** whose balance it is, under either name: that of another line must never be shown */
  lineId: z.optional(text),
  id: z.optional(text),
  asOf: instant,
  lineStatus: oneOf(LINE_STATUSES, { unknown: 'unknown', absent: 'active' }),
  planName: text,
  buckets: listOf(bucketAnswer, MANY),
  credit: creditAnswer,
  validUntil: orUnknown(z.object({ at: instant, estimated: flag(false) })),
  period: orUnknown(z.object({ start: instant, end: instant })),
  autoRenew: orUnknown(z.object({ enabled: z.boolean(), offerId: orUnknown(id), nextAt: instant })),
  nextPollAt: instant,
  topUpUrl: text,
});

type BalanceAnswer = z.infer<typeof balanceAnswer>;

/**
 * The reading of a balance. Dates that cannot be are unknown. Throws Failure `unreadable` for the balance of
 * another line than `lineId` and for a figure that cannot be.
 */
export function readingOf(told: BalanceAnswer, lineId: string, now: Instant): Reading {
  if ([told.lineId, told.id].some((whose) => typeof whose === 'string' && whose !== lineId)) {
    throw new Failure('unreadable', 'the balance of another line');
  }
  const date = (at: Instant | null) => plausible(at, now);
  const lapse = date(told.validUntil?.at ?? null);
  const [start, end] = [date(told.period?.start ?? null), date(told.period?.end ?? null)];
  return reading({
    asOf: date(told.asOf),
    lineStatus: told.lineStatus,
    planName: cleanTextOrNull(told.planName),
    buckets: bucketList(
      told.buckets.map((bucket) => ({
        ...bucket,
        validFrom: date(bucket.validFrom),
        validUntil: date(bucket.validUntil),
      })),
    ),
    credit: told.credit,
    validUntil: lapse === null ? null : { at: lapse, estimated: told.validUntil?.estimated ?? false },
    period: start && end && start < end ? { start, end } : null,
    autoRenew: told.autoRenew && { ...told.autoRenew, nextAt: date(told.autoRenew.nextAt) },
    nextPollAt: date(told.nextPollAt),
    topUpUrl: linkUrl(told.topUpUrl),
  });
}
