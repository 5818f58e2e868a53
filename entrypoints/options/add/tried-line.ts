import type { TriedLine } from '../../../utils/app/commands.ts';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { buildGlanceLine } from '../../../utils/domain/glance-line.ts';
import type { Instant } from '../../../utils/domain/instant.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';

/** A reading that is not stored yet, in the form in which a stored line is shown. */
export function triedLine({ reading, origins }: TriedLine, provider: Declaration, now: Instant): GlanceLine {
  const line = {
    v: 1 as const,
    id: 'tried',
    providerId: provider.id,
    kind: provider.defaultKind,
    name: provider.name,
    fields: {},
    origins,
    order: 0,
    pinned: false,
    ignored: false,
    paused: false,
    alertsPausedUntil: null,
    thresholds: { lowBytes: null, criticalBytes: null, lowCredit: null },
    pollMinutes: null,
    topUpUrl: null,
    checkoutHosts: [],
    checkoutHostsProposed: null,
    help: null,
    zone: null,
    createdAt: now,
  };
  return buildGlanceLine({
    line,
    row: { v: 1, lineId: line.id, reading, checkedAt: now, changedAt: now },
    attempt: null,
    days: [],
    forecast: { kind: 'none' },
    episodes: [],
    topUp: null,
    topUps: [],
    facts: {
      network: provider.network,
      minPollMinutes: provider.minPollMinutes,
      hasOffers: provider.opensCheckouts === true,
      topUpHost: null,
    },
    locked: false,
    now,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    demo: false,
  });
}
