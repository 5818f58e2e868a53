import type { Database } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The carrier's clock: real time, shifted or held still by control. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** real time, which control does not move */
  real(): number;
  set(at: number): void;
  freeze(): void;
  run(): void;
  readonly frozen: boolean;
}

interface ClockState {
  offset: number;
  frozenAt: number | null;
}

export function createClock(db: Database, real: () => number): Clock {
  const state = readSetting<ClockState>(db, 'clock', { offset: 0, frozenAt: null });
  const save = () => writeSetting(db, 'clock', state);
  const now = () => state.frozenAt ?? real() + state.offset;
  return {
    now,
    real,
    set: (at) => {
      state.offset = at - real();
      if (state.frozenAt !== null) state.frozenAt = at;
      save();
    },
    freeze: () => {
      state.frozenAt = now();
      save();
    },
    run: () => {
      state.offset = now() - real();
      state.frozenAt = null;
      save();
    },
    get frozen() {
      return state.frozenAt !== null;
    },
  };
}

/** Milliseconds to `2026-05-02T10:00:00Z`. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : instant(ms);
}

/** The same day of the next month, or its last day where that month is shorter. `day` counts from 1. */
export function nextMonth(ms: number, day: number): number {
  const from = new Date(ms);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + 1];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day, last)) + (ms % DAY);
}
