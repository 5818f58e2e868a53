import * as z from 'zod/mini';
import { isDay } from './lapse-days.ts';
import { whole } from './whole.ts';

/** By which a person reckons when a number lapses, where its carrier does not tell. */
export const lapseRuleSchema = z.object({
  days: whole().check(z.minimum(1), z.maximum(3650)),
  /** of the last top-up, or of the last top-up or use, whichever came later */
  after: z.literal(['top-up', 'use']),
  /** the calendar day of it as the person knows it; what is seen later counts instead. null = only what is seen */
  lastOn: z.nullable(z.string().check(z.refine(isDay, 'a day like 2026-11-21'))),
});
export type LapseRule = z.infer<typeof lapseRuleSchema>;

/** What the person chose about the end of a number. */
export const lapseSchema = z.object({
  /** so many days before it lapses the person is warned; null = the default */
  warnDays: z.nullable(z.array(whole().check(z.minimum(1), z.maximum(365))).check(z.maxLength(12))),
  rule: z.nullable(lapseRuleSchema),
});
export type Lapse = z.infer<typeof lapseSchema>;
