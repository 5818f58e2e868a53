import { ownLink } from '../domain/checkout-host.ts';
import type { Line } from '../domain/line.ts';
import type { Reading } from '../domain/reading.ts';
import { providerById } from '../providers/registry.ts';

/**
 * The plain top-up page of a line: the person's own link, else the one its answer carried, else the carrier's
 * public page. Every one must pass the host rule; null = there is none.
 */
export function linkOf(line: Line, reading: Reading | null): { href: string; host: string } | null {
  const candidates = [
    line.topUpUrl,
    reading?.topUpUrl,
    providerById(line.providerId)?.topUpUrl?.(line.fields),
  ];
  for (const candidate of candidates) {
    const verdict = candidate ? ownLink(candidate) : null;
    if (verdict?.ok) return { href: verdict.href, host: verdict.host };
  }
  return null;
}
