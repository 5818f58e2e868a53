import { mayCostCalls } from './coverage.ts';
import type { Ended } from './credit-burn.ts';
import { minorDigits } from './format.ts';
import { DAY, HOUR, type Instant, toMs } from './instant.ts';
import type { LineKind } from './line.ts';
import type { Reading } from './reading.ts';

/** So soon after the end of a bundle its end is the cause. */
const RIGHT_AFTER = 3 * HOUR;
/** Calls are not usual on a line whose credit stood whole for so long. */
const CALM = 3 * DAY;
/** Cents of prices. */
const ENDINGS = [0, 49, 50, 90, 95, 98, 99];

export interface SingleFall {
  /** the reading that tells of it, and when that was measured */
  reading: Reading;
  to: Instant;
  kind: LineKind;
  /** by how much, minor units */
  fall: number;
  ended: Ended;
  /** since when the credit stood whole; absent = not known */
  calmSince: Instant | undefined;
}

/** May a bundle, a plan or a fee cost this? Without a minor unit any amount may be a price. */
function isPriceLike(amount: number, currency: string): boolean {
  return minorDigits(currency) === 0 || ENDINGS.includes(amount % 100);
}

/**
 * Is one fall enough to be use? Right after the end of a bundle it is, unless it looks like the price of the next one,
 * takes all the credit there was, as credit that expires does, or may as well be a call.
 */
export function isUseForSure({ reading, to, kind, fall, ended, calmSince }: SingleFall): boolean {
  const { credit } = reading;
  if (!credit || credit.amount <= 0 || isPriceLike(fall, credit.currency)) return false;
  if (toMs(to) - toMs(ended.at) >= RIGHT_AFTER) return false;
  return !mayCostCalls(reading, kind, to) || (calmSince !== undefined && toMs(to) - toMs(calmSince) >= CALM);
}
