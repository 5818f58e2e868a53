import type { Instant } from './instant.ts';
import type { Checkout } from './offers.ts';
import type { Reading } from './reading.ts';
import type { TopUp } from './top-up.ts';

export interface SettleInput {
  topUp: TopUp;
  /** a reading taken after the top-up was opened; null = none yet */
  reading: Reading | null;
  /** the carrier's word on the checkout; null = not asked, or a plain link */
  checkout: Checkout | null;
  now: Instant;
}

/** Still to be watched: nothing final is known of it. */
export function isPending(topUp: TopUp): boolean {
  return topUp.state === 'open' || topUp.state === 'paid' || topUp.state === 'overdue';
}

/** The top-up as it stands with what is known now. The same object when nothing changed. */
export function settle(_input: SettleInput): TopUp {
  throw new Error('settle');
}
