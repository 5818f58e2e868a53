import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import { instantSchema } from '../../domain/reading.ts';
import { whole } from '../../domain/whole.ts';
import { dateTime } from './dates.ts';

/*
 * Leaves of the schemas of answers. Each says in JSON Schema what a carrier has to send, and takes what
 * carriers send besides.
 */

/** The answer as its schema has it. Throws Failure `unreadable`, which names the place and never the value. */
export function parseAnswer<S extends z.ZodMiniType>(schema: S, value: unknown): z.infer<S> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') || 'the answer';
  throw new Failure('unreadable', `${place} is not what was due`);
}

/** Absent, null, '' and [] where something was due are unknown, and never 0. */
export function blankToNull(value: unknown): unknown {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}

/** `schema`, or null where nothing is told. */
export function orUnknown<S extends z.ZodMiniType>(schema: S) {
  return z.pipe(z.transform(blankToNull), z.nullable(schema));
}

/** A count that is never negative. */
export const count = orUnknown(whole().check(z.minimum(0)));

/** As `count`; a negative one is 0. */
export const remainder = z.pipe(
  z.transform((value: unknown) => (isNegative(value) ? 0 : blankToNull(value))),
  z.nullable(whole().check(z.minimum(0))),
);

/** An instant; what is none, or has no zone, is unknown and the figures beside it stand. */
export const instant = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? (dateTime(value)?.at ?? null) : null)),
  z.nullable(instantSchema),
);

/** Text, or null; what is shown of it is cut where it is cleaned. */
export const text = orUnknown(z.string());

/** What names a thing at the carrier. */
export const id = z.string().check(z.minLength(1), z.maxLength(200));

/** More than any person has of anything; a list beyond it is not an answer. */
export const MANY = 500;

/** true or false; `absent` where nothing is told. */
export function flag(absent: boolean) {
  return z.pipe(
    z.transform((value: unknown) => blankToNull(value) ?? absent),
    z.boolean(),
  );
}

/** One of `values`; a word that is new stands for `unknown`. Nothing told is `absent`, or refused without one. */
export function oneOf<const V extends readonly [string, ...string[]]>(
  values: V,
  { unknown, absent }: { unknown: V[number]; absent?: V[number] },
) {
  const known: readonly string[] = values;
  return z.pipe(
    z.transform((value: unknown) => {
      const told = blankToNull(value) ?? absent;
      return typeof told === 'string' && !known.includes(told) ? unknown : told;
    }),
    z.literal(values),
  );
}

/** A list of at most `most`; longer ones are refused before their items are looked at. */
export function listOf<S extends z.ZodMiniType>(item: S, most: number) {
  return z.pipe(
    z.transform((value: unknown) => (Array.isArray(value) && value.length > most ? 'too many' : value)),
    z.array(item).check(z.maxLength(most)),
  );
}

function isNegative(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value < 0;
}

/** The items, each id once: the first. */
export function firstOfEach<T extends { id: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.id) && seen.add(item.id));
}
