import type { AlertKind, OpenAlert } from './glance.ts';
import type { Reading } from './reading.ts';
import type { AlertEpisode } from './records.ts';

/** What an episode's key says: `low`, `lapse-7`, `bundle-ends-3:<bucket id>`, `topped-up:<top-up id>`. */
export interface AlertKey {
  kind: AlertKind;
  days: number | null;
  /** the bucket's or the top-up's id */
  subject: string | null;
}

/** null = a key that this version does not know */
export function parseAlertKey(_key: string): AlertKey | null {
  throw new Error('parseAlertKey');
}

/** The alerts that stand in the popup: open episodes, the most urgent step of each, oldest first. */
export function openAlerts(_episodes: readonly AlertEpisode[], _reading: Reading | null): OpenAlert[] {
  throw new Error('openAlerts');
}
