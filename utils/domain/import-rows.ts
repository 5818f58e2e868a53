import type * as z from 'zod/mini';

const TOKEN =
  /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true\b|false\b|null\b)/iuy;

/** Where a text that is not JSON stops to look like it. */
function firstOddity(text: string): number {
  TOKEN.lastIndex = 0;
  let end = 0;
  while (TOKEN.test(text)) end = TOKEN.lastIndex;
  return end + (/\S/.exec(text.slice(end))?.index ?? 0);
}

/** Line and column (`3:14`) of what is wrong: as the engine tells it, else where the text stops to look like JSON. */
export function whereOf(error: unknown, text: string): string {
  const told = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '');
  if (told) return `${told[1]}:${told[2]}`;
  const before = text.slice(0, firstOddity(text)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

export interface Rows<T> {
  rows: T[];
  setAside: number;
}

/** The rows that can be read, each key once. A part that is missing is empty; one that is no list counts as one. */
export function readRows<T>(part: unknown, schema: z.ZodMiniType<T>, keyOf: (row: T) => string): Rows<T> {
  if (part === undefined) return { rows: [], setAside: 0 };
  if (!Array.isArray(part)) return { rows: [], setAside: 1 };
  const byKey = new Map<string, T>();
  for (const item of part) {
    const parsed = schema.safeParse(item);
    if (parsed.success && !byKey.has(keyOf(parsed.data))) byKey.set(keyOf(parsed.data), parsed.data);
  }
  return { rows: [...byKey.values()], setAside: part.length - byKey.size };
}
