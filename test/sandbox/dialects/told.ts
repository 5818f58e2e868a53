import type { LineId } from '../vocabulary.ts';
import { LINE_IDS } from '../vocabulary.ts';
import type { Told } from './dialect.ts';

export type ToldBucket = Told['buckets'][number];

/** The general data that counts now, the one that ends first foremost. */
export function generalData({ buckets }: Told): ToldBucket[] {
  return buckets
    .filter(({ kind, scope }) => kind === 'data' && scope === 'general')
    .filter(({ state }) => ['active', 'depleted', 'throttled'].includes(state))
    .sort((a, b) => (a.validUntil ?? '~').localeCompare(b.validUntil ?? '~'));
}

/** The bundle that is spent from; where all are used up, the last of them. */
export function inUse(told: Told): ToldBucket | null {
  const all = generalData(told);
  return all.find(({ state }) => state === 'active') ?? all.at(-1) ?? null;
}

/** Several bundles as one: what they held, what is used of it, what is left, and the end of the last. */
export function together(buckets: readonly ToldBucket[]) {
  const sum = (amounts: (number | null)[]) => amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
  return {
    total: sum(buckets.map(({ total }) => total)),
    used: sum(buckets.map(({ used }) => used)),
    remaining: sum(buckets.map(({ remaining }) => remaining)),
    unlimited: buckets.some(({ unlimited }) => unlimited),
    validUntil:
      buckets
        .map(({ validUntil }) => validUntil)
        .sort()
        .at(-1) ?? null,
  };
}

/** The number of a line's SIM as E.118 has it: 19 digits, the last of which checks the others. */
export function iccidOf(lineId: LineId): string {
  const body = `8900000000000000${String(LINE_IDS.indexOf(lineId) + 1).padStart(2, '0')}`;
  const sum = [...body].reduceRight((total, digit, index) => {
    const doubled = (body.length - index) % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** The line whose SIM has that number, or null. */
export function lineOfIccid(iccid: string): LineId | null {
  return LINE_IDS.find((id) => iccidOf(id) === iccid) ?? null;
}
