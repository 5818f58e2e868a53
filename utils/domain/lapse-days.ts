/* Apart from the schema, as the popup needs these and no schema library. */

/** Days before a number lapses on which the person is warned, where they chose no others. */
export const LAPSE_DAYS: readonly number[] = [30, 14, 7, 3, 1];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2026-11-21`, and a day that there is. */
export function isDay(text: string): boolean {
  const ms = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
