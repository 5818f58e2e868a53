import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Bucket, LineStatus, Reading } from '../../domain/reading.ts';
import { listOf, MANY, orUnknown, parseAnswer, text } from './answer.ts';
import { dateIn } from './dates.ts';
import { amountOf, dateText, figure, looseId, spelledFlag } from './loose.ts';
import { bucketList, type LooseBucket, lasting, reading } from './normalise.ts';
import { bitsPerSecond } from './speeds.ts';

/** The key is refused: its time, its address or its signature. */
const REFUSED = /^10100[123]$/;
const PER_DAY = 2;

/** One of `esimList`, in bytes; older records have no `totalVolume`. */
const esimAnswer = z.object({
  esimTranNo: looseId,
  iccid: looseId,
  totalVolume: figure,
  orderUsage: figure,
  expiredTime: dateText,
  esimStatus: text,
  /** 2 = `totalVolume` is that of a day */
  dataType: z.optional(z.unknown()),
  /** the speed after the volume, as text */
  fupPolicy: dateText,
  packageList: orUnknown(listOf(z.object({ packageName: text }), MANY)),
});

const queryAnswer = z.object({
  success: spelledFlag(true),
  errorCode: looseId,
  obj: orUnknown(z.object({ esimList: listOf(esimAnswer, MANY) })),
});

type Esim = z.infer<typeof esimAnswer>;

const LINE: ReadonlyMap<string, LineStatus> = new Map([
  ['CREATE', 'not-activated'],
  ['PAYING', 'not-activated'],
  ['PAID', 'not-activated'],
  ['GETTING_RESOURCE', 'not-activated'],
  ['GOT_RESOURCE', 'not-activated'],
  ['IN_USE', 'active'],
  ['USED_UP', 'active'],
  ['SUSPENDED', 'suspended'],
  ['USED_EXPIRED', 'expired'],
  ['UNUSED_EXPIRED', 'expired'],
]);

/** Where a number was given out again, the best of what is listed under it. */
const BEST_FIRST: readonly LineStatus[] = ['active', 'not-activated', 'suspended', 'expired', 'unknown'];

/** The reading of an answer. Throws Failure: `line-gone` for a number without an eSIM, or with ended ones alone. */
export function readingOf(answer: unknown, iccid: string, now: Instant): Reading {
  const { success, errorCode, obj } = parseAnswer(queryAnswer, answer);
  if (!success || (obj === null && errorCode !== null)) {
    const kind = REFUSED.test(errorCode ?? '') ? 'signed-out' : 'carrier-down';
    throw new Failure(kind, 'an error within the answer');
  }
  if (obj === null) throw new Failure('unreadable', 'no eSIMs');
  const own = obj.esimList.filter((esim) => isSame(esim.iccid, iccid));
  if (own.length < obj.esimList.length && own.length === 0) throw new Failure('unreadable', 'another eSIM');
  const there = own.filter((esim) => !/^(?:CANCEL|REVOKE)/.test(statusOf(esim)));
  if (there.length === 0) throw new Failure('line-gone', 'no eSIM with this number');
  const statuses = there.map(lineStatusOf);
  return reading({
    lineStatus: BEST_FIRST.find((status) => statuses.includes(status)) ?? 'unknown',
    buckets: bucketList(there.map((esim) => bucketIn(esim, now))),
  });
}

function statusOf({ esimStatus }: Esim): string {
  return esimStatus?.trim().toUpperCase() ?? 'IN_USE';
}

function lineStatusOf(esim: Esim): LineStatus {
  const status = LINE.get(statusOf(esim)) ?? 'unknown';
  const used = amountOf(esim.orderUsage);
  return status === 'not-activated' && used !== null && used > 0 ? 'active' : status;
}

function bucketIn(esim: Esim, now: Instant): LooseBucket {
  const total = amountOf(esim.totalVolume);
  const used = amountOf(esim.orderUsage);
  // More than a day's volume was used on several days, so it says nothing about this one.
  const ofSeveralDays =
    Number(esim.dataType) === PER_DAY && (used ?? 0) > (total ?? Number.POSITIVE_INFINITY);
  const throttledTo = bitsPerSecond(esim.fupPolicy);
  const slow = throttledTo !== null && total !== null && used !== null && used >= total;
  return {
    id: esim.esimTranNo,
    label: esim.packageList?.[0]?.packageName,
    kind: 'data',
    state: stateOf(statusOf(esim), slow && !ofSeveralDays),
    total,
    used: ofSeveralDays ? null : used,
    throttledTo,
    ...lasting(null, dateIn(esim.expiredTime, 'UTC', now)),
  };
}

function stateOf(status: string, slow: boolean): Bucket['state'] {
  if (status === 'USED_UP') return 'depleted';
  if (status.endsWith('_EXPIRED')) return 'expired';
  if (status === 'SUSPENDED') return 'suspended';
  return slow ? 'throttled' : 'active';
}

/** A number is told with its last, filling or checking place or without it. */
function isSame(told: string | null, iccid: string): boolean {
  const [a, b] = [told ?? iccid, iccid].map((number) => number.replace(/f$/i, ''));
  return a !== undefined && b !== undefined && (a.startsWith(b) || b.startsWith(a));
}
