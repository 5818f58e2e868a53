import type { Instant } from '../../domain/instant.ts';

/** What an expression finds in the answer, or by pointer in `item`; undefined = nothing. */
export type Look = (expression: string, item?: unknown) => unknown;

export interface MappedAt {
  now: Instant;
  /** for dates without a zone, where the mapping names none */
  zone: string;
}

/** What a word of the answer means; undefined = it is not among them. */
export function meaning<T>(told: unknown, words: Readonly<Record<string, T>>): T | undefined {
  const word = wordOf(told);
  return Object.entries(words).find(([name]) => name.trim().toLowerCase() === word)?.[1];
}

/** A value as a word: in lower case, `null` and `absent` for what is not told, empty for lists and the like. */
export function wordOf(told: unknown): string {
  if (told === undefined) return 'absent';
  if (typeof told === 'object' && told !== null) return '';
  return String(told).trim().toLowerCase();
}

/** Text, or a number as text; null for anything else. */
export function textOf(told: unknown): string | null {
  return typeof told === 'string' ? told : typeof told === 'number' ? String(told) : null;
}
