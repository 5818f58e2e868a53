import { useEffect } from 'preact/hooks';
import { NowContext } from '../../components/now-context.ts';
import { NoGlance } from '../../components/popup/later.ts';
import { PopupApp } from '../../components/popup/PopupApp.tsx';
import type { PageActions } from '../../components/popup/page-actions.ts';
import type { ScreenName } from '../../components/popup/screens.ts';
import { WordsContext } from '../../components/words-context.ts';
import type { Glance } from '../../utils/domain/glance.ts';
import type { Words } from '../../utils/domain/words.ts';
import { setTheme } from './page-look.ts';
import { useGlance } from './use-glance.ts';
import { usePresent } from './use-present.ts';

interface PopupProps {
  first: Glance | null;
  words: Words;
  actions: PageActions;
  lineId: string | null;
  screen: ScreenName;
}

/** The popup with the glance that keeps itself current. */
export function Popup({ first, words, actions, lineId, screen }: PopupProps) {
  const { glance, rebuilding, rebuild } = useGlance(first, actions.ask);
  const now = usePresent(glance);
  const theme = glance?.settings.theme;
  useEffect(() => {
    if (theme) setTheme(document, localStorage, theme);
  }, [theme]);
  return (
    <WordsContext.Provider value={words}>
      <NowContext.Provider value={now}>
        {glance ? (
          <PopupApp glance={glance} actions={actions} firstLineId={lineId} firstScreen={screen} />
        ) : (
          <NoGlance busy={rebuilding} onRetry={rebuild} />
        )}
      </NowContext.Provider>
    </WordsContext.Provider>
  );
}
