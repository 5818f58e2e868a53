import type { Per } from '../../utils/domain/stretches.ts';

export const RANGES = ['7', '30', '90', 'all'] as const;
export type Range = (typeof RANGES)[number];

/** What the page shows. */
export interface Choice {
  /** null = all lines */
  lineId: string | null;
  /** days up to today */
  range: Range;
  per: Per;
}

/** From the page's address; what it does not say, or says wrongly, is the usual. */
export function choiceOf(query: string): Choice {
  const asked = new URLSearchParams(query);
  return {
    lineId: asked.get('line'),
    range: RANGES.find((range) => range === asked.get('range')) ?? '30',
    per: asked.get('per') === 'hour' ? 'hour' : 'day',
  };
}

export function queryOf({ lineId, range, per }: Choice): string {
  const query = new URLSearchParams({ range, per });
  if (lineId !== null) query.set('line', lineId);
  return `?${query}`;
}
