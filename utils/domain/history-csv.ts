import type { Sample } from './records.ts';

/** History as CSV (RFC 4180, CRLF, UTF-8 without a mark). `names` by line id. */
export function historyCsv(_samples: readonly Sample[], _names: ReadonlyMap<string, string>): string {
  throw new Error('historyCsv');
}
