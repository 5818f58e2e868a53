import type { GlanceLine } from '../../utils/domain/glance.ts';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';
import { Screen } from './Screen.tsx';
import { TopUpChoice } from './TopUpChoice.tsx';

interface TopUpScreenProps {
  line: GlanceLine;
  actions: PageActions;
  onBack: () => void;
}

/** The screen for topping a line up. */
export function TopUpScreen({ line, actions, onBack }: TopUpScreenProps) {
  const words = useWords();
  return (
    <Screen title={words.t('topUpOf', line.name)} onBack={onBack}>
      <TopUpChoice line={line} actions={actions} onOpened={onBack} />
    </Screen>
  );
}
