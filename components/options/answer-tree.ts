import { pointerTo } from '../../utils/domain/pointer.ts';

/** One line of the tree of an answer. Its size is bounded whatever was answered. */
export interface TreeRow {
  /** where it stands, as a JSON Pointer */
  at: string;
  key: string;
  /** 1 = the whole answer */
  level: number;
  /** its place among its siblings, from 1, and their number */
  place: number;
  siblings: number;
  /** how many it holds; null = a plain value */
  holds: number | null;
  isList: boolean;
  open: boolean;
  /** the value as it stands in JSON, cut; empty where it holds others */
  text: string;
  /** stands for so many more that are not shown; 0 = it is a row like any other */
  more: number;
}

/** Children that are shown of one row until the person asks for more. */
export const FIRST_SHOWN = 100;
const MOST_ROWS = 3000;
const LONGEST_TEXT = 120;
/** Rows that stand open when the tree is first shown. */
const FIRST_OPEN = 60;

/** The rows in sight. `shown`: how many children of a row the person asked for. */
export function visibleRows(
  value: unknown,
  open: ReadonlySet<string>,
  shown: ReadonlyMap<string, number>,
): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (item: unknown, at: string, key: string, level: number, place: number, siblings: number) => {
    if (rows.length >= MOST_ROWS) return;
    const row = rowOf(item, { at, key, level, place, siblings, open: open.has(at) });
    rows.push(row);
    if (!row.open || row.holds === null) return;
    const most = shown.get(at) ?? FIRST_SHOWN;
    for (const [name, child, index] of childrenOf(item, most))
      add(child, pointerTo(at, name), String(name), level + 1, index + 1, row.holds);
    if (row.holds > most)
      rows.push({ ...row, level: level + 1, holds: null, open: false, text: '', more: row.holds - most });
  };
  add(value, '', '', 1, 1, 1);
  return rows;
}

/** What stands open at first: from the top, as much as fits in sight. */
export function firstOpen(value: unknown): Set<string> {
  const open = new Set<string>();
  const waiting: [unknown, string][] = [[value, '']];
  for (let rows = 1, next = waiting.shift(); next; next = waiting.shift()) {
    const [item, at] = next;
    const size = sizeOf(item) ?? 0;
    if (size === 0) continue;
    rows += Math.min(size, FIRST_SHOWN);
    if (rows > FIRST_OPEN && at !== '') break;
    open.add(at);
    // Of a list the first item shows what the others are like.
    const most = Array.isArray(item) ? 1 : FIRST_SHOWN;
    for (const [name, child] of childrenOf(item, most)) waiting.push([child, pointerTo(at, name)]);
  }
  return open;
}

/** The row that holds another one, by its place in the list of rows; -1 = none does. */
export function parentOf(rows: readonly TreeRow[], index: number): number {
  const level = rows[index]?.level ?? 0;
  return rows.findLastIndex((row, at) => at < index && row.level < level);
}

function rowOf(item: unknown, place: Omit<TreeRow, 'holds' | 'isList' | 'text' | 'more'>): TreeRow {
  const holds = sizeOf(item);
  const text = holds === null ? (JSON.stringify(item) ?? '') : '';
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return {
    ...place,
    holds,
    isList: Array.isArray(item),
    open: place.open && holds !== null,
    text: cut,
    more: 0,
  };
}

function sizeOf(item: unknown): number | null {
  if (Array.isArray(item)) return item.length;
  return typeof item === 'object' && item !== null ? Object.keys(item).length : null;
}

function childrenOf(item: unknown, most: number): [string | number, unknown, number][] {
  if (Array.isArray(item)) return item.slice(0, most).map((child, index) => [index, child, index]);
  if (typeof item !== 'object' || item === null) return [];
  return Object.entries(item)
    .slice(0, most)
    .map(([name, child], index) => [name, child, index]);
}
