import type { Instant } from './instant.ts';
import type { Sample } from './records.ts';

/** `keep` holds the rows as they must stand afterwards, `drop` the stored rows that go (key: lineId and at). */
export interface Compaction {
  keep: Sample[];
  drop: Sample[];
}

/** Raw for 7 days, the last of each hour to 90 days, the last of each day to 25 months, then gone. Any lines. */
export function compactSamples(_samples: readonly Sample[], _now: Instant): Compaction {
  throw new Error('compactSamples');
}
