import type { AlertKind, GlanceLine, LineState } from '../../utils/domain/glance.ts';
import { Icon } from '../Icon.tsx';
import { STATE_WORDS } from '../state-words.ts';
import { useWords } from '../words-context.ts';

const SPOKEN: readonly LineState[] = [
  'used-up',
  'critical',
  'low',
  'not-activated',
  'suspended',
  'throttled',
  'paused',
];

/** The state of the line in words, where neither a banner nor the ring says it already: colour alone never tells it. */
export function StateChip({ line }: { line: GlanceLine }) {
  const words = useWords();
  const slowTold = line.headline.kind === 'unlimited' && line.state === 'throttled';
  const told = slowTold || line.alerts.some(({ kind }) => kind === (line.state as AlertKind));
  if (told || !SPOKEN.includes(line.state)) return null;
  const { icon, tone, words: key } = STATE_WORDS[line.state];
  return (
    <p class={`state tone-${tone}`}>
      <Icon name={icon} />
      {words.t(key)}
    </p>
  );
}
