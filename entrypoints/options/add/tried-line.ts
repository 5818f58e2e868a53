import type { TriedLine } from '../../../utils/app/commands.ts';
import { blankLine } from '../../../utils/domain/blank-line.ts';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { buildGlanceLine } from '../../../utils/domain/glance-line.ts';
import type { Instant } from '../../../utils/domain/instant.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';

/** A reading that is not stored yet, in the form in which a stored line is shown. */
export function triedLine({ reading, origins }: TriedLine, provider: Declaration, now: Instant): GlanceLine {
  const { id: providerId, defaultKind: kind, name } = provider;
  const line = blankLine({ id: 'tried', providerId, kind, name, createdAt: now }, { origins });
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
