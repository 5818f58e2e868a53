import { type Instant, toMs } from './instant.ts';
import type { Sample } from './records.ts';

/** The history of one line, as far as it has been read. Milliseconds since the epoch. */
export interface Track {
  lineId: string;
  /** oldest first */
  samples: readonly Sample[];
  /** when each of them was, in the same order */
  times: readonly number[];
  /** up to when the newest figures are known to stand; null = there are none */
  seenUntil: number | null;
}

/** `samples` oldest first; `checkedAt`: when the line was last read successfully. */
export function trackOf(lineId: string, samples: readonly Sample[], checkedAt: Instant | null): Track {
  const times = samples.map(({ at }) => toMs(at));
  const last = times.at(-1);
  const checked = checkedAt === null ? Number.NEGATIVE_INFINITY : toMs(checkedAt);
  return { lineId, samples, times, seenUntil: last === undefined ? null : Math.max(last, checked) };
}
