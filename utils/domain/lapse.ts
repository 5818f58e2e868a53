import * as z from 'zod/mini';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2026-11-21`, and a day that there is. */
export function isDay(text: string): boolean {
  const ms = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** By which a person reckons when a number lapses, where its carrier does not tell. */
export const lapseRuleSchema = z.object({
  days: z.int().check(z.minimum(1), z.maximum(3650)),
  /** of the last top-up, or of the last top-up or use, whichever came later */
  after: z.enum(['top-up', 'use']),
  /** the calendar day of it as the person knows it; what is seen later counts instead. null = only what is seen */
  lastOn: z.nullable(z.string().check(z.refine(isDay, 'a day like 2026-11-21'))),
});
export type LapseRule = z.infer<typeof lapseRuleSchema>;

/** What the person chose about the end of a number. */
export const lapseSchema = z.object({
  /** so many days before it lapses the person is warned; null = the default */
  warnDays: z.nullable(z.array(z.int().check(z.minimum(1), z.maximum(365))).check(z.maxLength(12))),
  rule: z.nullable(lapseRuleSchema),
});
export type Lapse = z.infer<typeof lapseSchema>;

/** Days before a number lapses on which the person is warned, where they chose no others. */
export const LAPSE_DAYS: readonly number[] = [30, 14, 7, 3, 1];
