import { HISTORY_COLUMNS } from './history-csv.ts';
import { type Sample, sampleSchema } from './records.ts';

export type CsvResult =
  /** `setAside`: rows that cannot be read; `strays`: rows that belong to no line here */
  | { ok: true; samples: Sample[]; setAside: number; strays: number }
  /** the first line is not that of a history table; `where`: what stands there */
  | { ok: false; where: string };

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** The cells of a text after RFC 4180; a row that is not closed ends with the text. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text);
    if (!found) return rows;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Unknown is an empty cell. What is no whole number stays a text, which no schema takes. */
function numberOf(cell: string | undefined): number | string | null {
  if (cell === undefined || cell === '') return null;
  return /^-?\d+$/.test(cell) ? Number(cell) : cell;
}

function sampleOf(cell: Record<string, string | undefined>, lineId: string): unknown {
  const amount = numberOf(cell.credit_minor_units);
  return {
    v: 1,
    lineId,
    at: cell.at,
    remaining: numberOf(cell.remaining_bytes),
    used: numberOf(cell.used_bytes),
    total: numberOf(cell.total_bytes),
    credit: amount === null && !cell.currency ? null : { amount, currency: cell.currency },
    grain: cell.grain,
    spent: numberOf(cell.spent_bytes),
    mark: cell.event || null,
  };
}

/** A text that would run as a formula was written with an apostrophe before it. */
function isWritten(text: string, cell: string | undefined): boolean {
  return cell === text || cell === `'${text}`;
}

/** A line is known by its id; in a table without ids by its name, where only one is called so. */
function ownerOf(cell: Record<string, string | undefined>, lines: Lines): string | null {
  const same =
    lines.find(({ id }) => id === cell.line_id) ?? lines.find(({ id }) => isWritten(id, cell.line_id));
  if (same) return same.id;
  const called = lines.filter(({ name }) => isWritten(name, cell.line));
  return called.length === 1 ? (called[0]?.id ?? null) : null;
}

type Lines = readonly { id: string; name: string }[];

/** Reads what `historyCsv` writes, for lines that are known here. Columns may stand in any order. Never throws. */
export function parseHistoryCsv(text: string, lines: Lines): CsvResult {
  const [head = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
  const needed = HISTORY_COLUMNS.filter((column) => column !== 'line_id');
  if (needed.some((column) => !head.includes(column)))
    return { ok: false, where: head.join(',').slice(0, 80) };
  const result = { ok: true as const, samples: [] as Sample[], setAside: 0, strays: 0 };
  for (const row of rows) {
    if (row.length === 1 && row[0] === '') continue;
    const cell = Object.fromEntries(head.map((column, index) => [column, row[index]]));
    const owner = ownerOf(cell, lines);
    const parsed = owner === null ? null : sampleSchema.safeParse(sampleOf(cell, owner));
    if (parsed === null) result.strays += 1;
    else if (parsed.success) result.samples.push(parsed.data);
    else result.setAside += 1;
  }
  return result;
}
