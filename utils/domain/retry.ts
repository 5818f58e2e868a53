import { HOUR, type Instant, SECOND, toInstant, toMs } from './instant.ts';

const SHORTEST_MS = 30 * SECOND;
const LONGEST_MS = 24 * HOUR;

/**
 * When a carrier that said "not before" may be asked again: its own instant, at least 30 s and at most 24 h after
 * it said so. null = it said nothing that can be understood.
 */
export function clampRetryAt(retryAt: Instant | null, saidAt: Instant): Instant | null {
  const wait = retryAt === null ? Number.NaN : toMs(retryAt) - toMs(saidAt);
  if (Number.isNaN(wait)) return null;
  return toInstant(toMs(saidAt) + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, wait)));
}
