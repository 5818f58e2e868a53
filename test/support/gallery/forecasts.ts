import type { Estimate, GlanceLine } from '../../../utils/domain/glance.ts';
import { DAY } from '../../../utils/domain/instant.ts';
import { fromNow, GB, MB, NOW } from '../glances.ts';

const estimate: Estimate = {
  kind: 'estimate',
  model: { level: 400 * MB, weekday: Array(7).fill(1), noise: 0.4, weight: 20, age: 0 },
  remaining: 3.21 * GB,
  from: NOW,
  zone: 'UTC',
  early: fromNow(6 * DAY),
  point: fromNow(8 * DAY),
  late: fromNow(11 * DAY),
  endsAt: fromNow(12 * DAY),
  chance: 0.86,
  verdict: 'runs-out',
};

const lasting = { verdict: 'lasts' as const, chance: 0.05, late: null };

/** Lines by what is foreseen of them. */
export const FORECASTS: Record<string, Partial<GlanceLine>> = {
  'runs-out': { forecast: estimate },
  'may-run-out': { forecast: { ...estimate, verdict: 'may-run-out', chance: 0.45 } },
  lasts: { forecast: { ...estimate, ...lasting, point: fromNow(17 * DAY) } },
  'lasts-to-end': { forecast: { ...estimate, ...lasting, point: null }, period: null },
};
