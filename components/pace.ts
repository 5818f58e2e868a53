import type { GlanceLine } from '../utils/domain/glance.ts';
import { type Instant, toMs } from '../utils/domain/instant.ts';

/** Within this much of even use the two count as in step. */
const IN_STEP = 0.03;

export type Pace = 'faster' | 'even' | 'slower';

/** What part of the period is still to come, 0 to 1; null without a period or outside it. */
export function periodLeft(period: GlanceLine['period'], now: Instant): number | null {
  if (!period) return null;
  const start = toMs(period.start);
  const end = toMs(period.end);
  const at = toMs(now);
  return end > start && at >= start && at <= end ? (end - at) / (end - start) : null;
}

/** Is it used faster than the period passes? `share`: what is left of the data, 0 to 1. */
export function paceOf(share: number, left: number): Pace {
  if (share < left - IN_STEP) return 'faster';
  return share > left + IN_STEP ? 'slower' : 'even';
}
