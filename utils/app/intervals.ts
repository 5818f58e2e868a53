import { MINUTE } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import { type PollFacts, pollFloorMs, pollIntervalMs } from '../domain/schedule.ts';
import { providerById } from '../providers/registry.ts';

/** What a provider that this version does not know is taken for. */
const UNKNOWN = { network: 'internet', minPollMinutes: 0 } as const;

export interface Timing {
  facts: PollFacts;
  /** how often the line is asked */
  intervalMs: number;
  /** the shortest time between two polls that the schedule plans */
  floorMs: number;
  /** the shortest time between two requests that its provider bears */
  minPollMs: number;
}

export function timingOf(line: Pick<Line, 'providerId' | 'pollMinutes'>): Timing {
  const { network, minPollMinutes } = providerById(line.providerId) ?? UNKNOWN;
  const facts = { network, minPollMinutes };
  return {
    facts,
    intervalMs: pollIntervalMs({ ...facts, pollMinutes: line.pollMinutes }),
    floorMs: pollFloorMs(facts),
    minPollMs: minPollMinutes * MINUTE,
  };
}
