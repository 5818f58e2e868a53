import type { GlanceLine } from '../../utils/domain/glance.ts';
import { keepSentence, validitySentence } from '../../utils/domain/validity-words.ts';
import { Button } from '../Button.tsx';
import { useNow } from '../now-context.ts';
import { ReminderButton } from '../ReminderButton.tsx';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';

interface KeepNumberProps {
  line: GlanceLine;
  actions: Pick<PageActions, 'openOptions' | 'saveReminder'>;
}

/** Until when the number lives, who says so, and what keeps it; where nobody says so, that a rule would. */
export function KeepNumber({ line, actions }: KeepNumberProps) {
  const words = useWords();
  const now = useNow();
  const { validUntil } = line;
  const shown = { words, now, zone: line.zone };
  if (!validUntil && (line.kind !== 'number-keeping' || line.lineStatus === 'expired')) return null;
  const isPast = validUntil !== null && validUntil.at <= now;
  return (
    <section class="holds keep">
      <h2>{words.t('validityTitle')}</h2>
      {validUntil ? (
        <p class="small">
          {validitySentence(validUntil, shown)} {keepSentence(validUntil, line.credit, shown)}
        </p>
      ) : (
        <p class="small">{words.t('validityUnknown')}</p>
      )}
      {validUntil && !isPast && <ReminderButton line={line} validity={validUntil} actions={actions} />}
      {(!validUntil || validUntil.rule) && (
        <Button onClick={() => actions.openOptions(`#line/${encodeURIComponent(line.id)}`)}>
          {words.t(validUntil ? 'validityChange' : 'validityChoose')}
        </Button>
      )}
    </section>
  );
}
