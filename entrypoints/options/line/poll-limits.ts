import { MINUTE } from '../../../utils/domain/instant.ts';
import { pollIntervalMs } from '../../../utils/domain/schedule.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';

/** How often a line may be asked at the most and is asked by default, in minutes. */
export function pollLimits(provider: Pick<Declaration, 'network' | 'minPollMinutes'> | null): {
  minMinutes: number;
  defaultMinutes: number;
} {
  const { network, minPollMinutes } = provider ?? { network: 'internet' as const, minPollMinutes: 15 };
  const minutes = (pollMinutes: number | null) =>
    pollIntervalMs({ network, minPollMinutes, pollMinutes }) / MINUTE;
  return { minMinutes: minutes(1), defaultMinutes: minutes(null) };
}
