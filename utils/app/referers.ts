import { providerById } from '../providers/registry.ts';
import type { Deps } from './deps.ts';

/** A device keeps its Referer as long as a stored line that the browser lets us ask is read from it. */
export async function settleReferers(deps: Deps): Promise<void> {
  const lines = await deps.store.lines();
  const kept: string[] = [];
  for (const { providerId, origins } of lines) {
    if (!providerById(providerId)?.referer) continue;
    for (const origin of origins) if (await deps.hasAccess(origin)) kept.push(origin);
  }
  await deps.keepReferers(kept);
}
