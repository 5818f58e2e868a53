import * as z from 'zod/mini';

/** Is `day` a day of the calendar, `2026-12-12`? */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

/** A day up to which the person wants the data to last, and what it is: `2026-12-12`, "Flight home". */
export const untilDaySchema = z.object({
  /** a calendar day in the line's zone; the whole of it counts */
  day: z.string().check(z.refine(isCalendarDay)),
  /** may be empty */
  label: z.string().check(z.maxLength(60)),
});

export type UntilDay = z.infer<typeof untilDaySchema>;
