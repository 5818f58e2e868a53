import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { Bucket, Money, Reading } from '../../domain/reading.ts';
import type { ReadContext } from '../contract.ts';
import { text } from './answer.ts';
import { dateIn } from './dates.ts';
import { dateText, isRecord, looseId } from './loose.ts';
import { bucketList, type LooseBucket, lasting } from './normalise.ts';
import type { Quantity } from './tmf-quantity.ts';

/** What a bucket of TMF 654 and one of TMF 677 have in common. */
export const bucketFields = {
  id: looseId,
  name: text,
  description: text,
  usageType: text,
  status: text,
  lifecycleStatus: text,
  remainingValueName: text,
  validFor: z.pipe(
    z.transform((value: unknown) => (isRecord(value) ? value : null)),
    z.nullable(z.object({ startDateTime: dateText, endDateTime: dateText })),
  ),
};

type Told = z.infer<z.ZodMiniObject<typeof bucketFields>>;

export interface TmfBucket {
  told: Told;
  remaining: Quantity | null;
  used: Quantity | null;
}

/** Words of `usageType`, which is free text, and the kinds they stand for. */
const KINDS: readonly [RegExp, Quantity['kind']][] = [
  [/data/, 'data'],
  [/voice/, 'voice'],
  [/sms/, 'sms'],
  [/monetary/, 'money'],
];
const SCOPES: readonly [RegExp, Bucket['scope']][] = [
  [/roaming/, 'roaming'],
  [/night|off-?peak/, 'night'],
  [/zero[ _-]?rat/, 'zero-rated'],
  [/dedicated|\b(?:app|apps|social|video|music|streaming)\b/, 'dedicated'],
];
const STATES: ReadonlyMap<string, Bucket['state']> = new Map([
  ['active', 'active'],
  ['expired', 'expired'],
  ['depleted', 'depleted'],
  ['exhausted', 'depleted'],
  ['throttled', 'throttled'],
  ['queued', 'queued'],
  ['pending', 'queued'],
  ['created', 'queued'],
]);

/** Where a time is due: the whole of that day. */
const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;

/** The buckets of a reading; the first money that is active and told is the credit, and stands only there. */
export function bucketsOf(
  all: readonly TmfBucket[],
  context: ReadContext,
): Pick<Reading, 'buckets' | 'credit'> {
  const seen = new Set<string>();
  const once = all.filter(({ told: { id } }) => id === null || (!seen.has(id) && seen.add(id)));
  const loose = once.map((bucket) => ({ ...looseOf(bucket, context), money: creditIn(bucket) }));
  const main = loose.find(({ kind, state, money }) => kind === 'money' && state === 'active' && money);
  return {
    buckets: bucketList(loose.filter((bucket) => bucket !== main).map(({ money: _money, ...rest }) => rest)),
    credit: main?.money ?? null,
  };
}

function creditIn({ remaining }: TmfBucket): Money | null {
  return remaining?.currency ? { amount: remaining.amount, currency: remaining.currency } : null;
}

function looseOf({ told, remaining, used }: TmfBucket, context: ReadContext): LooseBucket {
  const type = told.usageType?.toLowerCase() ?? '';
  const status = (told.status ?? told.lifecycleStatus ?? 'active').trim().toLowerCase();
  return {
    id: told.id,
    label: told.name ?? told.description,
    kind: kindOf(type, [remaining, used]),
    scope: SCOPES.find(([words]) => words.test(type))?.[1] ?? 'general',
    // A word that is new is not `active`, so what it heads must not count.
    state: STATES.get(status) ?? 'suspended',
    used: used?.amount ?? null,
    remaining: remaining?.amount ?? null,
    unlimited: remaining === null && /^unlimited\b/i.test(told.remainingValueName?.trim() ?? ''),
    currency: remaining?.currency ?? used?.currency ?? null,
    ...validity(told, context),
  };
}

/** The kind that type and units agree on. Throws Failure `unreadable` where they do not. */
function kindOf(type: string, quantities: readonly (Quantity | null)[]): Bucket['kind'] {
  const measured = new Set(quantities.flatMap((quantity) => (quantity ? [quantity.kind] : [])));
  const said = KINDS.filter(([word]) => word.test(type)).map(([, kind]) => kind);
  const [kind = said[0] ?? 'other'] = measured;
  const agreed = kind === 'other' || said.length === 0 || said.includes(kind);
  if (measured.size > 1 || !agreed) throw new Failure('unreadable', 'a unit that does not fit');
  return kind;
}

/** Start and end, in the order that they can have. */
function validity({ validFor }: Told, { now, zone }: ReadContext) {
  const at = (date: string | null | undefined, time: string) =>
    dateIn(DAY_ALONE.test(date ?? '') ? `${date}T${time}` : date, zone, now);
  const told = [at(validFor?.startDateTime, '00:00:00'), at(validFor?.endDateTime, '23:59:59')] as const;
  const [from, until] = told[0] && told[1] && told[0].at > told[1].at ? [told[1], told[0]] : told;
  return lasting(from, until);
}
