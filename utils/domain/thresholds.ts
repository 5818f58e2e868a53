import type { Thresholds } from './line.ts';
import type { Money } from './reading.ts';

const MB = 1_000_000;
const LOW = { share: 0.2, bytes: 500 * MB };
const CRITICAL = { share: 0.05, bytes: 100 * MB };

/** In bytes: at or below it the line counts as low, or as critical. */
export interface Limits {
  low: number;
  critical: number;
}

/** The person's own limits, else the lower of share and bytes; `total` in bytes, null = unknown. */
export function limitsOf(total: number | null, own: Thresholds): Limits {
  return {
    low: own.lowBytes ?? limit(total, LOW),
    critical: own.criticalBytes ?? limit(total, CRITICAL),
  };
}

function limit(total: number | null, { share, bytes }: typeof LOW): number {
  return total === null ? bytes : Math.min(Math.floor(total * share), bytes);
}

export type Level = 'used-up' | 'critical' | 'low' | 'ok';

/** How near the end `remaining` is, bytes. */
export function levelOf(remaining: number, total: number | null, own: Thresholds): Level {
  if (remaining <= 0) return 'used-up';
  const { low, critical } = limitsOf(total, own);
  if (remaining <= critical) return 'critical';
  return remaining <= low ? 'low' : 'ok';
}

/** Credit at or below the person's own limit; without one, or without known credit, never. */
export function isCreditLow(credit: Money | null, own: Thresholds): boolean {
  return credit !== null && own.lowCredit !== null && credit.amount <= own.lowCredit;
}
