import * as z from 'zod/mini';
import { blankToNull, MANY } from './answer.ts';
import { scaled } from './numbers.ts';

/*
 * Leaves for carriers that keep to no contract: figures as text, flags in words, ids as numbers. A figure that
 * cannot be is refused; a date that cannot be is unknown.
 */

/** A figure without its unit, as a number or as text; blank text is unknown, and never 0. */
export const figure = z.pipe(
  z.transform((value: unknown) =>
    typeof value === 'string' && value.trim() === '' ? null : blankToNull(value),
  ),
  z.nullable(z.union([z.number(), z.string()])),
);

export type Figure = z.infer<typeof figure>;

/** A figure x `factor`, rounded once; null = not told. Throws Failure `unreadable` for what is no number. */
export function amountOf(told: Figure, factor = 1): number | null {
  return told === null ? null : scaled(told, factor);
}

const FLAGS: ReadonlyMap<unknown, boolean> = new Map([
  ...['true', '1', 1].map((told) => [told, true] as const),
  ...['false', '0', 0].map((told) => [told, false] as const),
]);

/** A flag, its word or its digit; `absent` where nothing is told. */
export function spelledFlag(absent: boolean) {
  return z.pipe(
    z.transform((value: unknown) => {
      const told = typeof value === 'string' ? value.trim().toLowerCase() : value;
      return FLAGS.get(told) ?? blankToNull(told) ?? absent;
    }),
    z.boolean(),
  );
}

/** The carrier's id of a thing, as text or as a whole number; anything else names nothing. */
export const looseId = z.pipe(
  z.transform((value: unknown) => {
    const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    return typeof id === 'string' && id.length > 0 && id.length <= 200 ? id : null;
  }),
  z.nullable(z.string()),
);

/** What stands where a date is due; null where it is no text. */
export const dateText = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? value : null)),
  z.nullable(z.string()),
);

/** A part of a date in seconds or milliseconds, as a number or its digits; null where it is neither. */
export const dateNumber = z.pipe(
  z.transform((value: unknown) => {
    const told = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
    return typeof told === 'number' && told >= 0 && told <= Number.MAX_SAFE_INTEGER ? told : null;
  }),
  z.nullable(z.number()),
);

/** A list, or the one item that stands in its place; a longer list is refused before its items are looked at. */
export function oneOrMany<S extends z.ZodMiniType>(item: S) {
  return z.pipe(
    z.transform((value: unknown) => {
      if (!Array.isArray(value)) return [value];
      return value.length > MANY ? 'too many' : value;
    }),
    z.array(item),
  );
}

/** An answer that is an object, whatever is in it. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
