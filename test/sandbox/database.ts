import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

const MIGRATIONS = new URL('./migrations/', import.meta.url);

export interface Database {
  /** Rows of a statement. The caller names their shape; the schema's STRICT tables keep it. */
  all<T>(sql: string, ...values: SQLInputValue[]): T[];
  get<T>(sql: string, ...values: SQLInputValue[]): T | null;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** Inserts or replaces one row by its column names. */
  put(table: string, row: object): void;
  /** All or nothing; a transaction inside another is part of it. */
  transaction<T>(work: () => T): T;
  readonly isOpen: boolean;
  close(): void;
}

/** Opens the database (a file or `:memory:`) and brings its schema to the newest step. */
export function openDatabase(location: string): Database {
  const connection = new DatabaseSync(location);
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  migrate(connection);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: <T>(sql: string, ...values: SQLInputValue[]) => prepare(sql).all(...values) as T[],
    get: <T>(sql: string, ...values: SQLInputValue[]) =>
      (prepare(sql).get(...values) as T | undefined) ?? null,
    run: (sql, ...values) => void prepare(sql).run(...values),
    put: (table, row) => {
      const entries = Object.entries(row) as [string, SQLInputValue][];
      const names = entries.map(([name]) => name);
      const sets = names.map((name) => `${name} = excluded.${name}`).join(', ');
      const marks = names.map(() => '?').join(', ');
      prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks}) ON CONFLICT DO UPDATE SET ${sets}`,
      ).run(...entries.map(([, value]) => value));
    },
    transaction: (work) => inTransaction(connection, work),
    get isOpen() {
      return connection.isOpen;
    },
    close: () => connection.close(),
  };
}

function inTransaction<T>(connection: DatabaseSync, work: () => T): T {
  if (connection.isTransaction) return work();
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

/** Each file of `migrations/` is one step, in the order of their names; `user_version` counts the steps done. */
function migrate(connection: DatabaseSync): void {
  const steps = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const done = Number(connection.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (done > steps.length)
    throw new Error(`the database is newer (${done}) than this sandbox (${steps.length})`);
  for (const [index, name] of steps.entries()) {
    if (index < done) continue;
    const sql = readFileSync(new URL(name, MIGRATIONS), 'utf8');
    inTransaction(connection, () => connection.exec(`${sql}\nPRAGMA user_version = ${index + 1};`));
  }
}
