import type { AlertKind, GlanceLine, LineState } from '../../utils/domain/glance.ts';
import { capOf, formatSpeed } from '../../utils/domain/speed.ts';
import { Icon } from '../Icon.tsx';
import { STATE_WORDS } from '../state-words.ts';
import { useWords } from '../words-context.ts';

const SPOKEN: readonly LineState[] = [
  'used-up',
  'critical',
  'low',
  'credit-burn',
  'credit-low',
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
  const cap = line.state === 'throttled' ? capOf(line) : null;
  const { icon, tone, words: key } = STATE_WORDS[line.state];
  return (
    <p class={`state tone-${tone}`}>
      <Icon name={icon} />
      {cap ? words.t('popupSlowedTo', formatSpeed(cap, words.locale)) : words.t(key)}
    </p>
  );
}
