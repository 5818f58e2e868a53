import type { Line } from './line.ts';

/** A line of which nothing has been chosen yet. */
export function blankLine(
  facts: Pick<Line, 'id' | 'providerId' | 'kind' | 'name' | 'createdAt'>,
  rest: Partial<Line> = {},
): Line {
  return {
    v: 1,
    ...facts,
    fields: {},
    origins: [],
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
    ...rest,
  };
}
