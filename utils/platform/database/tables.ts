/** What the database holds, by object store. */
export type Table =
  | 'lines'
  | 'readings'
  | 'samples'
  | 'attempts'
  | 'alerts'
  | 'topUps'
  | 'glance'
  | 'meta'
  | 'quarantine';

export const DATABASE = 'data-balance';

/** The fields that make a row's key, in order. */
export const KEY_PATHS: Record<Table, string | string[]> = {
  lines: 'id',
  readings: 'lineId',
  samples: ['lineId', 'at'],
  attempts: 'lineId',
  alerts: 'id',
  topUps: 'id',
  glance: 'id',
  meta: 'id',
  quarantine: 'id',
};

export const TABLES = Object.keys(KEY_PATHS) as Table[];

/** Tables in which a line has at most one row, under its own id. */
export const ONE_ROW_TABLES: readonly Table[] = ['lines', 'readings', 'attempts'];

/** Tables with an index `lineId`. */
export const INDEXED_TABLES: readonly Table[] = ['alerts', 'topUps', 'quarantine'];

export type Key = string | number | [string, string];

/** undefined where the row lacks a part of its key. */
export function keyOf(table: Table, row: unknown): Key | undefined {
  const fields = row as Record<string, unknown>;
  const path = KEY_PATHS[table];
  return (typeof path === 'string' ? fields[path] : path.map((part) => fields[part])) as Key | undefined;
}

/** Id of the one row of `glance`. */
export const GLANCE_ID = 'glance';
/** Id of the row of `meta` that says that this database has been in use. */
export const MARKER_ID = 'marker';
