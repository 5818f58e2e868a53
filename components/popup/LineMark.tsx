import type { GlanceLine } from '../../utils/domain/glance.ts';
import { heroOf } from '../hero.ts';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { STATE_WORDS, stateKey } from '../state-words.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';

/** A line in one row: what it needs by shape and word, its name, its figure. */
export function LineMark({ line }: { line: GlanceLine }) {
  const words = useWords();
  const { figure, unit } = heroOf(line, words, useUnits(), useNow());
  const { tone, icon } = STATE_WORDS[line.state];
  const shown = line.checkedAt === null || line.headline.kind === 'unknown' ? null : [figure, unit];
  return (
    <>
      <span class={`line-mark tone-${tone}`}>
        <Icon name={icon} />
      </span>
      <span class="line-what">
        <bdi>{line.name}</bdi>
        <span class="small soft">{words.t(stateKey(line))}</span>
      </span>
      {shown && <span class="line-figure">{shown.filter(Boolean).join(' ')}</span>}
    </>
  );
}
