import type { Instant } from '../../domain/instant.ts';
import type { Key, Table } from './tables.ts';

/** One thing to change; a list of them is one transaction. */
export type Change =
  | { do: 'put'; table: Table; row: object }
  | { do: 'drop'; table: Table; key: Key }
  /** every row of the line in that table */
  | { do: 'drop-line'; table: Table; lineId: string }
  /** the samples of the line that are older than `at` */
  | { do: 'drop-before'; lineId: string; at: Instant }
  | { do: 'clear'; table: Table };

/** A row that could not be read, as it stood. */
export interface SetAside {
  table: Table;
  lineId: string | null;
  at: Instant;
  row: unknown;
}

/** Rows as they are stored, not yet parsed: in the database, or in memory where there is none. */
export interface Rows {
  /** undefined = no such row */
  get(table: Table, key: Key): Promise<unknown>;
  all(table: Table): Promise<unknown[]>;
  /** Rows of the line, by key; of samples only those from `from` on, oldest first. */
  ofLine(table: Table, lineId: string, from?: Instant): Promise<unknown[]>;
  newestSample(lineId: string): Promise<unknown>;
  /** Instants of the line's samples, oldest first. */
  sampleTimes(lineId: string): Promise<Instant[]>;
  count(table: Table): Promise<number>;
  /** All or nothing. */
  write(changes: readonly Change[]): Promise<void>;
  /** Moves the row to quarantine if it is still bad. */
  setAside(key: Key, note: Omit<SetAside, 'row'>, isBad: (row: unknown) => boolean): Promise<void>;
}

export function put(table: Table, rows: readonly object[]): Change[] {
  return rows.map((row) => ({ do: 'put', table, row }));
}
