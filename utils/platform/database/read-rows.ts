import type * as z from 'zod/mini';
import type { Instant } from '../../domain/instant.ts';
import { lineSchema } from '../../domain/line.ts';
import { alertSchema, attemptSchema, readingRowSchema, sampleSchema } from '../../domain/records.ts';
import { topUpSchema } from '../../domain/top-up.ts';
import { ownerOf } from './memory-rows.ts';
import type { Rows } from './rows.ts';
import { keyOf } from './tables.ts';

const SCHEMAS = {
  lines: lineSchema,
  readings: readingRowSchema,
  samples: sampleSchema,
  attempts: attemptSchema,
  alerts: alertSchema,
  topUps: topUpSchema,
};

/** Tables whose rows have a schema. */
export type Parsed = keyof typeof SCHEMAS;
export type RowOf<T extends Parsed> = z.infer<(typeof SCHEMAS)[T]>;

export const PARSED = Object.keys(SCHEMAS) as Parsed[];

/** null = the row is bad */
export function parseRow<T extends Parsed>(table: T, row: unknown): RowOf<T> | null {
  const parsed = SCHEMAS[table].safeParse(row);
  return parsed.success ? (parsed.data as RowOf<T>) : null;
}

/** The rows that can be read; the others are moved to quarantine, dated `at`. */
export async function readRows<T extends Parsed>(
  rows: Rows,
  table: T,
  raw: readonly unknown[],
  at: Instant,
): Promise<RowOf<T>[]> {
  const good: RowOf<T>[] = [];
  for (const row of raw) {
    const parsed = parseRow(table, row);
    if (parsed) good.push(parsed);
    else await setAside(rows, table, row, at);
  }
  return good;
}

async function setAside(rows: Rows, table: Parsed, row: unknown, at: Instant): Promise<void> {
  const key = keyOf(table, row);
  if (key === undefined) return;
  const owner = ownerOf(table, row as Record<string, unknown>);
  const lineId = typeof owner === 'string' ? owner : null;
  await rows.setAside(key, { table, lineId, at }, (now) => parseRow(table, now) === null);
}
