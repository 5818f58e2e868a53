import { pointedAt } from '../../../utils/domain/pointer.ts';
import type { BucketMapping, DateMapping, Mapping } from '../../../utils/providers/standards/mapping.ts';

/** What a value of an answer can be of a bucket, and of the line as a whole. */
export const BUCKET_ROLES = ['remaining', 'used', 'total', 'unlimited', 'validUntil', 'label'] as const;
export const LINE_ROLES = ['credit', 'lapse', 'planName', 'asOf'] as const;
export type BucketRole = (typeof BUCKET_ROLES)[number];
export type LineRole = (typeof LINE_ROLES)[number];
export type Role = BucketRole | LineRole;

/** How a value is to be read. */
export type Detail =
  | { kind: 'amount'; unit?: string; unitAt?: string }
  | { kind: 'date'; as: DateMapping['as']; zone?: string }
  | { kind: 'flag'; is: string }
  | { kind: 'money'; currency?: string; currencyAt?: string; minor: boolean }
  | { kind: 'text' };

/** A value of the answer that the person clicked, and what it is. Pointers are of the whole answer. */
export interface Pick {
  role: Role;
  at: string;
  detail: Detail;
  /** the list whose items all hold such a value; null = it stands alone */
  each: string | null;
  /** which of the buckets that stand alone; one past the last = a new one */
  bucket: number;
}

/** A pick as it stands in a mapping. */
export interface Picked {
  role: Role;
  /** in the mapping; null = it is of the line */
  bucket: number | null;
  each: string | null;
  /** relative to the item where there is a list */
  at: string;
}

export const EMPTY_MAPPING: Mapping = { v: 1, buckets: [] };

export function isBucketRole(role: Role): role is BucketRole {
  return (BUCKET_ROLES as readonly string[]).includes(role);
}

/** The mapping with a pick added; one of the same role and bucket is replaced. */
export function withPick(mapping: Mapping, pick: Pick): Mapping {
  const { role } = pick;
  if (!isBucketRole(role)) return { ...mapping, ...linePart(role, pick) };
  const buckets: BucketMapping[] = [...mapping.buckets];
  const index = bucketOf(mapping, pick);
  const before = buckets[index] ?? (pick.each === null ? {} : { each: pick.each });
  buckets[index] = { ...before, ...bucketPart(role, pick) };
  return { ...mapping, buckets };
}

/** The mapping without one; a bucket of which nothing is left goes as well. */
export function withoutPick(mapping: Mapping, { role, bucket }: Picked): Mapping {
  if (bucket === null) {
    const key = role === 'lapse' ? 'validUntil' : role;
    return Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== key)) as Mapping;
  }
  const key = role === 'label' ? 'labelAt' : role;
  const buckets = mapping.buckets
    .map((each, index) =>
      index === bucket ? Object.fromEntries(Object.entries(each).filter(([name]) => name !== key)) : each,
    )
    .filter((each) => Object.keys(each).some((name) => name !== 'each'));
  return { ...mapping, buckets };
}

/** Everything that was picked, in the order in which it is shown. */
export function picksIn(mapping: Mapping): Picked[] {
  const ofBuckets = mapping.buckets.flatMap((bucket, index) =>
    BUCKET_ROLES.flatMap((role): Picked[] => {
      const at = role === 'label' ? bucket.labelAt : bucket[role]?.at;
      return at === undefined ? [] : [{ role, bucket: index, each: bucket.each ?? null, at }];
    }),
  );
  const { credit, validUntil, planName, asOf } = mapping;
  const ofLine = { credit: credit?.at, lapse: validUntil?.at, planName, asOf: asOf?.at };
  const line = LINE_ROLES.flatMap((role): Picked[] => {
    const at = ofLine[role];
    return at === undefined ? [] : [{ role, bucket: null, each: null, at }];
  });
  return [...ofBuckets, ...line];
}

/** The list of like things that a place stands in, and where within one of them; null = in none. */
export function listAround(answer: unknown, pointer: string): { each: string; at: string } | null {
  const tokens = pointer.split('/').slice(1);
  for (let length = tokens.length - 1; length >= 1; length -= 1) {
    const each = tokens
      .slice(0, length - 1)
      .map((token) => `/${token}`)
      .join('');
    const list = pointedAt(answer, each);
    const isList = Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null);
    if (isList) return { each, at: `/${tokens.slice(length).join('/')}` };
  }
  return null;
}

function bucketOf({ buckets }: Mapping, { each, bucket }: Pick): number {
  const fits = buckets.flatMap((one, index) => ((one.each ?? null) === each ? [index] : []));
  return (each === null ? fits[bucket] : fits[0]) ?? buckets.length;
}

/** Within an item of its list, which the first index behind the list's own pointer names. */
function relative(pointer: string, each: string | null): string {
  return each === null ? pointer : pointer.slice(each.length).replace(/^\/\d+/, '');
}

function bucketPart(role: BucketRole, { at: whole, each, detail }: Pick): Partial<BucketMapping> {
  const at = relative(whole, each);
  if (detail.kind === 'amount') {
    const { unit, unitAt } = detail;
    return {
      [role]: unitAt === undefined ? { at, ...(unit && { unit }) } : { at, unitAt: relative(unitAt, each) },
    };
  }
  if (detail.kind === 'date') return { [role]: dateOf(at, detail) };
  return detail.kind === 'flag' ? { unlimited: { at, is: [detail.is] } } : { labelAt: at };
}

function linePart(role: LineRole, { at, detail }: Pick): Partial<Mapping> {
  if (detail.kind === 'date') return { [role === 'lapse' ? 'validUntil' : 'asOf']: dateOf(at, detail) };
  if (detail.kind !== 'money') return { planName: at };
  const { currency, currencyAt, minor } = detail;
  return {
    credit: { at, ...(currencyAt === undefined ? { currency } : { currencyAt }), ...(minor && { minor }) },
  };
}

function dateOf(at: string, { as, zone }: Extract<Detail, { kind: 'date' }>): DateMapping {
  return { at, as, ...(zone !== undefined && { zone }) };
}
