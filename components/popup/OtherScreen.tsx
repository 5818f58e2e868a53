import type { GlanceLine } from '../../utils/domain/glance.ts';
import { HelpScreen } from './HelpScreen.tsx';
import { LinePicker } from './LinePicker.tsx';
import { PauseScreen } from './PauseScreen.tsx';
import type { PageActions } from './page-actions.ts';
import type { ScreenName } from './screens.ts';
import { TopUpScreen } from './TopUpScreen.tsx';
import { UntilScreen } from './UntilScreen.tsx';

interface OtherScreenProps {
  screen: Exclude<ScreenName, 'main'>;
  lines: GlanceLine[];
  line: GlanceLine;
  actions: PageActions;
  onPick: (lineId: string) => void;
  onBack: () => void;
}

/** The screens one step in. */
export function OtherScreen({ screen, lines, line, actions, onPick, onBack }: OtherScreenProps) {
  const part = { line, onBack };
  switch (screen) {
    case 'lines':
      return <LinePicker lines={lines} currentId={line.id} onPick={onPick} onBack={onBack} />;
    case 'top-up':
      return <TopUpScreen {...part} actions={actions} />;
    case 'help':
      return <HelpScreen {...part} actions={actions} />;
    case 'pause':
      return <PauseScreen {...part} ask={actions.ask} />;
    case 'until':
      return <UntilScreen {...part} ask={actions.ask} />;
  }
}
