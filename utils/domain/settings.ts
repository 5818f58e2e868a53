import * as z from 'zod/mini';

/** What the person chose for the whole extension; kept in `storage.local`. */
export const settingsSchema = z.object({
  v: z.literal(1),
  /** GB of 1000 or GiB of 1024 */
  units: z.literal(['decimal', 'binary']),
  theme: z.literal(['system', 'light', 'dark']),
  /** what the badge shows of its line */
  badge: z.literal(['remaining', 'percent', 'days']),
  quietHours: z.nullable(z.object({ from: z.string(), to: z.string() })),
  /** fraction of the poll interval by which this install is shifted, 0 to 1, drawn once */
  phase: z.number().check(z.minimum(0), z.maximum(1)),
});
export type Settings = z.infer<typeof settingsSchema>;

export function defaultSettings(phase: number): Settings {
  return { v: 1, units: 'decimal', theme: 'system', badge: 'remaining', quietHours: null, phase };
}
