import type { Habits } from './control-types.ts';
import type { Database } from './database.ts';

const DEFAULT_HABITS: Habits = {
  pollHintSeconds: 300,
  measureSeconds: 60,
  usageLagSeconds: 0,
  accessTokenSeconds: 3600,
  checkoutSeconds: 1800,
  creditDelaySeconds: 600,
  checkoutHosts: null,
  checkoutOrigin: null,
  awayFrom: [],
  askPassword: [],
  withoutCookies: [],
};

/** A JSON value that outlives a restart where the database is a file. */
export function readSetting<T>(db: Database, key: string, initial: T): T {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key);
  return row ? (JSON.parse(row.value) as T) : initial;
}

export function writeSetting(db: Database, key: string, value: unknown): void {
  db.put('settings', { key, value: JSON.stringify(value) });
}

export function habits(db: Database): Habits {
  return { ...DEFAULT_HABITS, ...readSetting<Partial<Habits>>(db, 'habits', {}) };
}

export function setHabits(db: Database, patch: Partial<Habits>): Habits {
  const next = { ...habits(db), ...patch };
  writeSetting(db, 'habits', next);
  return next;
}
