import { HOUR, type Instant, MINUTE, SECOND } from './instant.ts';
import type { TopUp } from './top-up.ts';

/** Milliseconds between the first watch polls; after them the line's normal interval. */
export const WATCH_DELAYS: readonly number[] = [30 * SECOND, 1 * MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE];
/** Between watch polls while a page of ours is open. */
export const WATCH_WHILE_OPEN = 15 * SECOND;
/** How long after its opening a top-up is watched. */
export const WATCH_FOR = 72 * HOUR;

export interface WatchInput {
  topUp: TopUp;
  now: Instant;
  /** a page of the extension is open */
  pageOpen: boolean;
  /** the line's normal poll interval */
  intervalMs: number;
  /** the provider's shortest interval */
  minPollMs: number;
}

/** When the account API is to be asked next about this top-up; null = not any more. */
export function nextWatch(_input: WatchInput): Instant | null {
  throw new Error('nextWatch');
}
