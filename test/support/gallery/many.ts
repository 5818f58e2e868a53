import type { GlanceLine, LineState } from '../../../utils/domain/glance.ts';
import { glanceLine, MB } from '../glances.ts';

const KINDS: LineState[] = [
  'ok',
  'low',
  'unlimited',
  'critical',
  'used-up',
  'signed-out',
  'paused',
  'throttled',
];

/** Many lines in all kinds of states. */
export function many(count: number): GlanceLine[] {
  return Array.from({ length: count }, (_, index) => {
    const state = KINDS[index % KINDS.length] ?? 'ok';
    const remaining = state === 'used-up' ? 0 : (index + 1) * 137 * MB;
    return glanceLine({
      id: `line-${index + 1}`,
      name: `Line ${index + 1}${index % 5 === 4 ? ' with a name that goes on and on for the car' : ''}`,
      state,
      headline:
        state === 'unlimited'
          ? { kind: 'unlimited', throttled: false, throttledTo: null }
          : { kind: 'data', remaining, total: 10_000 * MB },
      share: state === 'unlimited' ? null : remaining / (10_000 * MB),
    });
  });
}
