import { useEffect, useState } from 'preact/hooks';
import type { Glance } from '../../utils/domain/glance.ts';
import { type Instant, MINUTE, toInstant, toMs } from '../../utils/domain/instant.ts';
import { clock } from '../../utils/platform/clock.ts';

const TICK_MS = MINUTE / 2;

/** The present instant, renewed with every new glance, every 30 seconds and at the moment a figure becomes old. */
export function usePresent(glance: Glance | null): Instant {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setTick(tick + 1), nextTick(glance, clock.now()));
    return () => clearTimeout(timer);
  }, [glance, tick]);
  return toInstant(clock.now());
}

/** Milliseconds until the texts change: half a minute, or less where a figure becomes old or may be refreshed. */
export function nextTick(glance: Glance | null, nowMs: number): number {
  const moments = glance?.lines.flatMap(({ staleAt, refreshAllowedAt }) => [staleAt, refreshAllowedAt]) ?? [];
  const waits = moments.flatMap((at) => (at ? [toMs(at) - nowMs] : [])).filter((ms) => ms > 0);
  return Math.min(TICK_MS, ...waits.map((ms) => ms + 1));
}
