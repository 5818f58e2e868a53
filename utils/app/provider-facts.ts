import type { ProviderFacts } from '../domain/glance-line.ts';
import type { Line } from '../domain/line.ts';
import type { Reading } from '../domain/reading.ts';
import { providerById } from '../providers/registry.ts';
import { linkOf } from './top-up-link.ts';

/** What the domain needs to know of a line's provider; an unknown one is treated as an ordinary remote one. */
export function factsOf(line: Line, reading: Reading | null): ProviderFacts {
  const provider = providerById(line.providerId);
  return {
    network: provider?.network ?? 'internet',
    minPollMinutes: provider?.minPollMinutes ?? 15,
    hasOffers: provider?.topUps !== undefined,
    topUpHost: linkOf(line, reading)?.host ?? null,
    unknown: provider === null,
  };
}
