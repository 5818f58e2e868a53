import { DAY, type Instant, toMs } from './instant.ts';
import type { Rise, TopUp } from './top-up.ts';

/** How one alert stands now. What cannot be told at present has no condition: it neither begins nor ends. */
export interface Condition {
  key: string;
  /** null = between its threshold and being clearly over */
  holds: boolean | null;
  /** an episode raised before this instant is over, and a new one may begin; null = none */
  rearmedAt: Instant | null;
  /** no second episode when one was raised from this instant on; null = no such limit */
  onceFrom: Instant | null;
  /** the end that it warns of: no second episode before a clearly later one; null = it warns of none */
  end: Instant | null;
  /** happens once: never raised again, whatever follows */
  once: boolean;
}

/** An end so many days beyond another is a new one, and not the same told in another zone or rounded. */
export const CLEARLY_LATER = 2;

export function isLaterEnd(end: Instant, before: Instant): boolean {
  return toMs(end) - toMs(before) >= CLEARLY_LATER * DAY;
}

/** How far above a threshold a figure is clearly well again. */
export const CLEARLY_ABOVE = 1.2;

export function condition(key: string, holds: boolean | null, rest: Partial<Condition> = {}): Condition {
  return { key, holds, rearmedAt: null, onceFrom: null, end: null, once: false, ...rest };
}

/** The latest of some instants; null = none is known. */
export function latest(instants: readonly (Instant | null)[]): Instant | null {
  return (
    instants
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** When a top-up last brought something of this sort that can be used now; null = never. */
export function lastRiseAt(topUps: readonly TopUp[], what: Rise['what']): Instant | null {
  const credited = topUps.filter(
    ({ state, rises }) => state === 'credited' && rises.some((rise) => rise.what === what && !rise.aside),
  );
  return latest(credited.map(({ settledAt }) => settledAt));
}
