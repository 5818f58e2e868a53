import type { DayUse } from './glance.ts';
import type { Sample } from './records.ts';

/**
 * Bytes used on each of the last `days` calendar days in `zone` (IANA), oldest first, the last one `today`
 * (`2026-11-21`). Samples of one line, oldest first.
 */
export function dailyUse(
  _samples: readonly Sample[],
  _zone: string,
  _today: string,
  _days: number,
): DayUse[] {
  throw new Error('dailyUse');
}
