import type { Sample } from './records.ts';

/** Data in bytes; credit in the minor unit of its currency. */
export const HISTORY_COLUMNS = [
  'at',
  'line',
  'remaining_bytes',
  'used_bytes',
  'total_bytes',
  'spent_bytes',
  'credit_minor_units',
  'currency',
  'event',
  'grain',
  'line_id',
] as const;

/** What a spreadsheet would take for a formula, also behind blanks and in full width. */
const FORMULA = /^\s*[=+\-@\t\r\n|＝＋－＠]/u;

/** A cell after RFC 4180. A text that would run as a formula gets an apostrophe before it, as spreadsheets do. */
function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Unknown is an empty cell, never 0. */
function numberCell(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function rowOf(sample: Sample, name: string): string {
  return [
    sample.at,
    textCell(name),
    numberCell(sample.remaining),
    numberCell(sample.used),
    numberCell(sample.total),
    numberCell(sample.spent),
    numberCell(sample.credit?.amount),
    sample.credit?.currency ?? '',
    sample.mark ?? '',
    sample.grain,
    textCell(sample.lineId),
  ].join(',');
}

export interface NamedHistory {
  lines: { id: string; name: string }[];
  samples: Sample[];
}

/** The history as the background hands it over, as CSV. */
export function namedHistoryCsv({ lines, samples }: NamedHistory): string {
  return historyCsv(samples, new Map(lines.map(({ id, name }) => [id, name])));
}

/** History as CSV (RFC 4180: a header, CRLF, UTF-8), in the order given. `names` by line id; else the id itself. */
export function historyCsv(samples: readonly Sample[], names: ReadonlyMap<string, string>): string {
  const rows = samples.map((sample) => rowOf(sample, names.get(sample.lineId) ?? sample.lineId));
  return [HISTORY_COLUMNS.join(','), ...rows, ''].join('\r\n');
}
