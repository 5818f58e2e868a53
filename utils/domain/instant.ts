/** A point in time: ISO 8601, UTC, whole seconds, ending in `Z` (`2026-05-02T10:00:00Z`). */
export type Instant = string;

/** A length of time in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Milliseconds since the epoch to an instant; fractions of a second are dropped. */
export function toInstant(ms: number): Instant {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** An instant to milliseconds since the epoch. */
export function toMs(instant: Instant): number {
  return Date.parse(instant);
}
