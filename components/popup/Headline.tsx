import type { GlanceLine, LineState } from '../../utils/domain/glance.ts';
import { heroOf } from '../hero.ts';
import { useNow } from '../now-context.ts';
import { Ring } from '../Ring.tsx';
import { STATE_WORDS } from '../state-words.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';

/** States that say nothing about how much is left: their figure may be good, but nobody keeps it current. */
const UNKEPT: readonly LineState[] = ['locked', 'signed-out', 'line-gone', 'suspended', 'paused'];

/** The one figure that the popup is opened for, inside its ring. */
export function Headline({ line }: { line: GlanceLine }) {
  const words = useWords();
  const now = useNow();
  const hero = heroOf(line, words, useUnits(), now);
  return (
    <figure class="headline">
      <Ring
        share={hero.share}
        notch={hero.notch}
        tone={UNKEPT.includes(line.state) ? 'quiet' : STATE_WORDS[line.state].tone}
        stale={hero.stale}
        slow={hero.slow}
        label={hero.label}
      >
        <p class={hero.figure.length > 6 ? 'figure figure-long' : 'figure'} dir="auto" data-figure>
          <span class="figure-number">{hero.figure}</span>
          {hero.unit && <span class="figure-unit"> {hero.unit}</span>}
        </p>
        {hero.under && <p class="figure-under">{hero.under}</p>}
        {hero.time && <p class="figure-time">{hero.time}</p>}
      </Ring>
      {hero.pace && (
        <figcaption class="pace">
          <span class="pace-mark" aria-hidden="true" />
          {words.t(hero.pace)}
        </figcaption>
      )}
    </figure>
  );
}
