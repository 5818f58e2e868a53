import { DAY, type Instant, toMs } from './instant.ts';
import type { Reading } from './reading.ts';

/** Does the plan renew what ends then, as far as the carrier tells? */
export function renews(
  until: Instant,
  { autoRenew, period }: Pick<Reading, 'autoRenew' | 'period'>,
): boolean {
  if (autoRenew) return autoRenew.enabled;
  return period !== null && Math.abs(toMs(period.end) - toMs(until)) <= DAY;
}
