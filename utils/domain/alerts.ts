import type { Instant } from './instant.ts';
import type { Line } from './line.ts';
import type { QuietHours } from './quiet-hours.ts';
import type { AlertEpisode, Attempt, ReadingRow } from './records.ts';
import type { TopUp } from './top-up.ts';

export interface AlertInput {
  line: Line;
  /** the latest reading */
  row: ReadingRow | null;
  /** the reading before it */
  previous: ReadingRow | null;
  attempt: Attempt | null;
  /** every episode kept of the line, open and ended */
  episodes: readonly AlertEpisode[];
  /** every top-up kept of the line */
  topUps: readonly TopUp[];
  now: Instant;
  /** IANA zone of the line */
  zone: string;
  /** the reading is too old to warn from */
  stale: boolean;
  quietHours: QuietHours;
}

/**
 * What changes of the episodes. All three hold finished rows, ready to be stored: `raise` new ones, `end` with
 * `endedAt`, `tell` with `toldAt`. An episode that is raised and told at once stands in `raise` and in `tell`
 * (the same row); whoever stores them stores the three lists by id.
 */
export interface AlertDecision {
  raise: AlertEpisode[];
  end: AlertEpisode[];
  tell: AlertEpisode[];
}

export function decideAlerts(_input: AlertInput): AlertDecision {
  throw new Error('decideAlerts');
}
