import { DAY, type Instant, toMs } from './instant.ts';

/** Bytes a day that make what is left last until `until`; null = that is past. The last day is a whole one. */
export function allowancePerDay(remaining: number, now: Instant, until: Instant): number | null {
  const days = (toMs(until) - toMs(now)) / DAY;
  return days > 0 ? Math.floor(remaining / Math.max(1, days)) : null;
}
