import * as z from 'zod/mini';
import { byName } from '../../domain/by-name.ts';
import { isPointer } from '../../domain/pointer.ts';
import { BUCKET_SCOPES, BUCKET_STATES, currencySchema, LINE_STATUSES } from '../../domain/reading.ts';
import { unitOf } from './units.ts';
import { isZone } from './zones.ts';

/*
 * Where the values of a reading stand in the answer of any endpoint: plain data, which people hand to one another.
 * It never holds a secret.
 */

/** The unit that stands behind the figure in its own text, as in `3.98 GB`. */
export const UNIT_IN_TEXT = 'text';
export const MAX_MAPPING = 20_000;

const LONGEST_WORD = 200;
const word = z.string().check(z.maxLength(LONGEST_WORD));
/** A JSON Pointer; or JMESPath, where it is of the whole answer. */
const at = z.string().check(z.maxLength(300));
const shortNames = z.refine<object>((named) =>
  Object.keys(named).every((name) => name.length <= LONGEST_WORD),
);
const words = z.array(word).check(z.maxLength(20));

function spelled<const V extends readonly [string, ...string[]]>(values: V) {
  return z.optional(z.object({ at, words: byName(z.literal(values)).check(shortNames) }));
}

function fits(check: (text: string) => unknown) {
  return z.refine<string>((text) => {
    try {
      return check(text) !== false;
    } catch {
      return false;
    }
  });
}

const unit = word.check(fits((text) => text === UNIT_IN_TEXT || unitOf(text)));
/** The unit is named, stands elsewhere in the answer, or is none: then it is a figure of nothing in particular. */
const amount = z.optional(
  z.object({
    at,
    unit: z.optional(unit),
    unitAt: z.optional(at),
    /** the words that tell nothing, as a limit of 0 does that is none */
    none: z.optional(words),
  }),
);

export const DATE_FORMS = ['iso', 'dmy', 'mdy', 's', 'ms'] as const;
const date = z.optional(
  z.object({ at, as: z.literal(DATE_FORMS), zone: z.optional(word.check(fits(isZone))) }),
);

/** One bucket, or one for each item of the list at `each`; then all else is read from the item, by pointer. */
const bucketMapping = z
  .object({
    each: z.optional(at),
    id: z.optional(at),
    label: z.optional(word),
    labelAt: z.optional(at),
    scope: z.optional(z.literal(BUCKET_SCOPES)),
    total: amount,
    used: amount,
    remaining: amount,
    /** the words that mean unlimited; `null` and `absent` are two of them */
    unlimited: z.optional(z.object({ at, is: words })),
    /** a word that is not among them is a bucket that cannot be used */
    state: spelled(BUCKET_STATES),
    validFrom: date,
    validUntil: date,
  })
  .check(z.refine((bucket) => bucket.each === undefined || expressionsOf(bucket).every(isPointer)));

export const mappingSchema = z.object({
  v: z.literal(1),
  /** header values that are no secret */
  headers: z.optional(byName(word).check(shortNames)),
  /** where all values but those of `failure` stand, if the answer has it */
  root: z.optional(at),
  /** KB to TB are powers of 1024 */
  binary: z.optional(z.boolean()),
  planName: z.optional(at),
  asOf: date,
  /** when the line itself lapses */
  validUntil: date,
  status: spelled([...LINE_STATUSES, 'gone']),
  /** errors that are told under HTTP 200 */
  failure: spelled(['signed-out', 'rate-limited', 'carrier-down', 'line-gone']),
  /** `minor`: the amount is in cents already */
  credit: z.optional(
    z.object({
      at,
      currency: z.optional(currencySchema),
      currencyAt: z.optional(at),
      minor: z.optional(z.boolean()),
    }),
  ),
  buckets: z.array(bucketMapping).check(z.maxLength(20)),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type BucketMapping = Mapping['buckets'][number];
export type AmountMapping = NonNullable<BucketMapping['remaining']>;
export type DateMapping = NonNullable<Mapping['asOf']>;

/** The mapping that a text holds; null = it holds none. */
export function mappingIn(text: string): Mapping | null {
  if (text.length > MAX_MAPPING) return null;
  try {
    const parsed = z.safeParse(mappingSchema, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Every expression of a mapping that is of the whole answer, those of the items of a list left out. */
export function expressionsIn({ buckets, ...line }: Mapping): string[] {
  const parts = buckets.map((bucket) => (bucket.each === undefined ? bucket : { at: bucket.each }));
  return [line, ...parts].flatMap(expressionsOf);
}

/** The expressions of a part: what stands under `at`, and under names that end with it. */
function expressionsOf(part: object): string[] {
  return Object.entries(part).flatMap(([name, value]) => {
    if (typeof value === 'string') return /^(?:at|id|planName|\w+At)$/.test(name) ? [value] : [];
    const holds = typeof value === 'object' && value !== null && name !== 'headers' && name !== 'words';
    return holds ? expressionsOf(value) : [];
  });
}
