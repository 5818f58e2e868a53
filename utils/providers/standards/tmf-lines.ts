import * as z from 'zod/mini';
import { isRecord } from './loose.ts';

/** The references by which a thing names what it is of, one or many; read as their ids and values. */
export const referred = z.pipe(
  z.transform((value: unknown) =>
    [value]
      .flat()
      .filter(isRecord)
      .flatMap(({ id, value: told }) => [id, told])
      .filter((name) => typeof name === 'string' || typeof name === 'number')
      .map(String),
  ),
  z.array(z.string()),
);

/**
 * Those that name `line`, a number with or without its plus, and those that name none. No line = the account has but
 * one, so that all are.
 */
export function ofLine<T>(
  all: readonly T[],
  line: string,
  names: (item: T) => readonly string[],
): readonly T[] {
  if (line === '') return all;
  const bare = (name: string) => name.replace(/^\+/, '');
  const isOwn = (name: string) => bare(name) === bare(line);
  return all.filter((item) => names(item).length === 0 || names(item).some(isOwn));
}
