import { MINUTE } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import { pollIntervalMs } from '../domain/schedule.ts';
import type { Provider } from '../providers/contract.ts';

const UNKNOWN = { network: 'internet', minPollMinutes: 0 } as const;

/** How often a line is asked, and the shortest time between two requests that its provider bears. */
export function intervalOf(
  provider: Pick<Provider, 'network' | 'minPollMinutes'> | null,
  line: Pick<Line, 'pollMinutes'> | null,
): { intervalMs: number; minPollMs: number } {
  const facts = provider ?? UNKNOWN;
  return {
    intervalMs: pollIntervalMs({ ...facts, pollMinutes: line?.pollMinutes ?? null }),
    minPollMs: facts.minPollMinutes * MINUTE,
  };
}
