import type { GlanceLine } from '../../utils/domain/glance.ts';
import { heroOf } from '../hero.ts';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { Ring } from '../Ring.tsx';
import { STATE_WORDS, stateKey } from '../state-words.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';

/** How a line stands: a small ring, its figure, its state in words. */
export function LineStanding({ line }: { line: GlanceLine }) {
  const words = useWords();
  const hero = heroOf(line, words, useUnits(), useNow());
  const { tone, icon } = STATE_WORDS[line.state];
  return (
    <div class="line-standing">
      <Ring
        share={hero.share}
        notch={hero.notch}
        tone={tone}
        stale={hero.stale}
        slow={hero.slow}
        label={hero.label}
      >
        {null}
      </Ring>
      <div>
        <p class="line-amount">
          <bdi>{[hero.figure, hero.unit].filter(Boolean).join('\u00a0')}</bdi>
          {hero.under && <span class="small soft"> {hero.under}</span>}
        </p>
        <p class={`line-state tone-${tone} small`}>
          <Icon name={icon} />
          {words.t(stateKey(line))}
        </p>
      </div>
    </div>
  );
}
