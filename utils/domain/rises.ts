import type { Reading } from './reading.ts';
import type { Rise } from './top-up.ts';

/** What rose from one reading to the next. A monthly reset is no rise, and use in between hides none. */
export function risesBetween(_before: Reading, _after: Reading): Rise[] {
  throw new Error('risesBetween');
}
