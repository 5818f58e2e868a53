import { Failure } from '../../domain/failure.ts';
import { minorDigits } from '../../domain/format.ts';
import type { Bucket, Money, Reading } from '../../domain/reading.ts';
import type { Dated } from './dates.ts';
import { scaled } from './numbers.ts';
import { cleanText } from './text.ts';

/** A bucket as a dialect tells it; what it does not tell is left out. Without an `id` it is made from name and kind. */
export type LooseBucket = Pick<Bucket, 'kind'> &
  Partial<Omit<Bucket, 'id' | 'label'>> & { id?: string | null | undefined; label?: string | null };

export interface Figures {
  total: number | null;
  used: number | null;
  remaining: number | null;
}

/**
 * Any two of total, used and remaining give the third. A negative remaining is 0; an unlimited bucket has none.
 * Throws Failure `unreadable` for a figure that cannot be: negative, not whole, or too large to hold exactly.
 */
export function figures(told: Partial<Figures>, unlimited: boolean): Figures {
  const [total, used] = [checked(told.total), checked(told.used)];
  if (unlimited) return { total, used, remaining: null };
  const remaining = checked(lifted(told.remaining));
  if (remaining === null) return { total, used, remaining: total === null ? null : left(total, used) };
  if (total === null) return { total: used === null ? null : checked(used + remaining), used, remaining };
  // More left than the whole is no use at all: it says nothing about what was used.
  return { total, used: used ?? (remaining <= total ? total - remaining : null), remaining };
}

/** A whole bucket from what a dialect tells. Throws Failure `unreadable` for a figure that cannot be. */
export function bucket(told: LooseBucket): Bucket {
  const label = cleanText(told.label ?? '');
  const unlimited = told.unlimited ?? false;
  const amounts = figures(told, unlimited);
  const state = told.state ?? 'active';
  return {
    id: told.id ?? `${told.kind}:${label}`,
    label,
    kind: told.kind,
    scope: told.scope ?? 'general',
    state: state === 'active' && amounts.remaining === 0 ? 'depleted' : state,
    ...amounts,
    unlimited,
    currency: told.currency ?? null,
    throttledTo: checked(told.throttledTo),
    validFrom: told.validFrom ?? null,
    validUntil: told.validUntil ?? null,
    validUntilEstimated: told.validUntil ? (told.validUntilEstimated ?? false) : false,
  };
}

/**
 * Buckets of one list: an id that the carrier gave twice counts once, the first. Two without an id that share
 * name and kind are two, and stay apart.
 */
export function bucketList(told: readonly LooseBucket[]): Bucket[] {
  const seen = new Map<string, number>();
  return told.flatMap((loose) => {
    const whole = bucket(loose);
    const count = (seen.get(whole.id) ?? 0) + 1;
    seen.set(whole.id, count);
    if (count === 1) return [whole];
    return (loose.id ?? null) === null ? [{ ...whole, id: `${whole.id}#${count}` }] : [];
  });
}

/** When a bucket begins and ends. */
export function lasting(from: Dated | null | undefined, until: Dated | null | undefined) {
  return {
    validFrom: from?.at ?? null,
    validUntil: until?.at ?? null,
    validUntilEstimated: until?.estimated ?? false,
  };
}

/** A reading with everything that the dialect does not tell left unknown. */
export function reading(told: Partial<Reading>): Reading {
  return {
    asOf: null,
    lineStatus: 'active',
    planName: null,
    buckets: [],
    credit: null,
    validUntil: null,
    period: null,
    autoRenew: null,
    nextPollAt: null,
    topUpUrl: null,
    ...told,
  };
}

/** A decimal amount of money in minor units: 12.40 EUR is 1240, 500 JPY is 500. Throws Failure `unreadable`. */
export function money(amount: string | number, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency)) throw new Failure('unreadable', 'not a currency');
  return { amount: scaled(amount, 10 ** minorDigits(currency)), currency };
}

function checked(amount: number | null | undefined): number | null {
  if (amount === null || amount === undefined) return null;
  if (Number.isSafeInteger(amount) && amount >= 0 && !Object.is(amount, -0)) return amount;
  throw new Failure('unreadable', 'a figure that cannot be');
}

function lifted(remaining: number | null | undefined): number | null | undefined {
  return typeof remaining === 'number' && remaining < 0 && Number.isSafeInteger(remaining) ? 0 : remaining;
}

function left(total: number, used: number | null): number | null {
  return used === null ? null : Math.max(0, total - used);
}
