import type { GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { useNow } from '../now-context.ts';
import { type PauseChoice, pauseChoicesFor } from '../pause-choices.ts';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';
import { Screen } from './Screen.tsx';

interface PauseScreenProps {
  line: GlanceLine;
  ask: PageActions['ask'];
  onBack: () => void;
}

/** For how long the notifications of a line are to wait. */
export function PauseScreen({ line, ask, onBack }: PauseScreenProps) {
  const words = useWords();
  const now = useNow();
  const { busy, error, run } = useWork();
  const pause = async (choice: PauseChoice) => {
    const reply = await run(() => ask('pause-alerts', { lineId: line.id, until: choice.until(now) }));
    if (reply?.ok) onBack();
  };
  return (
    <Screen title={words.t('popupPauseTitle', line.name)} onBack={onBack}>
      <p>{words.t('popupPauseText')}</p>
      <div class="stack">
        {pauseChoicesFor(line, now).map((choice) => (
          <Button key={choice.words} wide busy={busy} onClick={() => void pause(choice)}>
            {words.t(choice.words)}
          </Button>
        ))}
      </div>
      <ErrorNote error={error} />
    </Screen>
  );
}
