import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { useWords } from '../words-context.ts';
import { KIND_WORDS } from './kind-words.ts';
import { LineStanding } from './LineStanding.tsx';
import { LineTags } from './LineTags.tsx';
import type { ShownLine } from './shown-line.ts';

export interface LineRowProps {
  shown: ShownLine;
  first: boolean;
  last: boolean;
  /** one place up (-1) or down (1) */
  onMove: (by: -1 | 1) => void;
}

/** One line of the list: whose it is, how it stands, and where it can be changed. */
export function LineRow({ shown, first, last, onMove }: LineRowProps) {
  const { t } = useWords();
  const { line, glance, providerName } = shown;
  return (
    <li class="line-row">
      <div class="line-who">
        <h2>
          <a href={`#line/${encodeURIComponent(line.id)}`}>
            <bdi>{line.name}</bdi>
          </a>
        </h2>
        <p class="small soft">{t('lineKindAt', t(KIND_WORDS[line.kind]), providerName)}</p>
        <LineTags line={line} />
        {glance?.state === 'signed-out' && glance.failure?.kind !== 'no-access' && (
          <a class="line-mend small" href={`#line/${encodeURIComponent(line.id)}/sign-in`}>
            {t('lineSignInAgain')}
          </a>
        )}
      </div>
      {glance && <LineStanding line={glance} />}
      <div class="line-move">
        <Button
          kind="icon"
          disabled={first}
          aria-label={t('lineMoveUp', line.name)}
          onClick={() => onMove(-1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          kind="icon"
          disabled={last}
          aria-label={t('lineMoveDown', line.name)}
          onClick={() => onMove(1)}
        >
          <Icon name="down" />
        </Button>
      </div>
    </li>
  );
}
