import type { Instant } from '../../domain/instant.ts';
import type { Change, Rows } from './rows.ts';
import { type Key, keyOf, ONE_ROW_TABLES, TABLES, type Table } from './tables.ts';

type Row = Record<string, unknown>;

const NEWEST_LAST = (a: Row, b: Row) => (String(a.at) < String(b.at) ? -1 : 1);

/** Rows for as long as the worker lives, for when the database cannot be used. */
export function memoryRows(): Rows {
  const tables = new Map<Table, Map<string, Row>>(TABLES.map((table) => [table, new Map()]));
  const rowsOf = (table: Table) => tables.get(table) ?? new Map<string, Row>();
  const line = (table: Table, lineId: string) => {
    const rows = [...rowsOf(table).values()].filter((row) => ownerOf(table, row) === lineId);
    return table === 'samples' ? rows.toSorted(NEWEST_LAST) : rows;
  };
  return {
    get: async (table, key) => copyOf(rowsOf(table).get(nameOf(key))),
    all: async (table) => [...rowsOf(table).values()].map(copyOf),
    ofLine: async (table, lineId, from) =>
      line(table, lineId)
        .filter((row) => from === undefined || String(row.at) >= from)
        .map(copyOf),
    newestSample: async (lineId) => copyOf(line('samples', lineId).at(-1)),
    sampleTimes: async (lineId) => line('samples', lineId).map((row) => row.at as Instant),
    count: async (table) => rowsOf(table).size,
    write: async (changes) => {
      for (const change of changes) apply(rowsOf, change);
    },
    setAside: async (key, note, isBad) => {
      const row = rowsOf(note.table).get(nameOf(key));
      if (row === undefined || !isBad(row)) return;
      const id = rowsOf('quarantine').size + 1;
      rowsOf('quarantine').set(nameOf(id), { ...note, id, row });
      rowsOf(note.table).delete(nameOf(key));
    },
  };
}

function apply(rowsOf: (table: Table) => Map<string, Row>, change: Change): void {
  const table = change.do === 'drop-before' ? 'samples' : change.table;
  const rows = rowsOf(table);
  if (change.do === 'put') rows.set(nameOf(keyOf(table, change.row)), structuredClone(change.row) as Row);
  else if (change.do === 'drop') rows.delete(nameOf(change.key));
  else if (change.do === 'clear') rows.clear();
  else {
    for (const [name, row] of rows) {
      const old = change.do === 'drop-line' || String(row.at) < change.at;
      if (old && ownerOf(table, row) === change.lineId) rows.delete(name);
    }
  }
}

const nameOf = (key: Key | undefined) => JSON.stringify(key);

const copyOf = (row: Row | undefined): unknown => (row === undefined ? undefined : structuredClone(row));

/** The line that a row belongs to. */
export function ownerOf(table: Table, row: Row): unknown {
  return ONE_ROW_TABLES.includes(table) ? keyOf(table, row) : row.lineId;
}
