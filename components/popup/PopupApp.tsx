import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Glance } from '../../utils/domain/glance.ts';
import { useNow } from '../now-context.ts';
import { UnitsContext } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { EmptyState, OtherScreen, ReloadNotice, TopUpNews } from './later.ts';
import { MainScreen } from './MainScreen.tsx';
import type { PageActions } from './page-actions.ts';
import type { ScreenName } from './screens.ts';
import { useEscape } from './use-escape.ts';
import { resultSentence, useRefresh } from './use-refresh.ts';
import { useReturnFocus } from './use-return-focus.ts';

export interface PopupAppProps {
  glance: Glance;
  actions: PageActions;
  /** where a notification leads to; null = the line that the badge speaks of */
  firstLineId: string | null;
  firstScreen: ScreenName;
}

/** The whole popup: which line, which screen, and what is said aloud. */
export function PopupApp({ glance, actions: outer, firstLineId, firstScreen }: PopupAppProps) {
  const words = useWords();
  const now = useNow();
  const root = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState(firstLineId);
  const [screen, setScreen] = useState(firstScreen);
  const [outdated, setOutdated] = useState(false);
  const [said, setSaid] = useState('');
  const [since] = useState(glance);
  const actions = useMemo(() => noticing(outer, () => setOutdated(true)), [outer]);
  const { lines, badge } = glance;
  const line = lines.find(({ id }) => id === (chosenId ?? badge.lineId)) ?? lines[0];
  const refresh = useRefresh(actions.ask, line?.id ?? null, (result) =>
    setSaid(resultSentence(result, words, now)),
  );
  useReturnFocus(root, screen);
  const back = useCallback(() => setScreen('main'), []);
  useEscape(root, screen === 'main' ? null : back);
  const show = (lineId: string, next: ScreenName) => {
    setChosenId(lineId);
    setScreen(next);
  };
  return (
    <UnitsContext.Provider value={glance.settings.units}>
      <div class="popup" ref={root}>
        <p class="unseen" role="status">
          {said}
        </p>
        {lines.some(({ topUp }) => topUp) && <TopUpNews since={since} glance={glance} say={setSaid} />}
        {outdated && <ReloadNotice onReload={actions.reload} />}
        {!line && <EmptyState notices={glance.notices} actions={actions} />}
        {line && screen === 'main' && (
          <MainScreen
            glance={glance}
            line={line}
            refresh={refresh}
            actions={actions}
            onOpen={setScreen}
            onHelpWith={(lineId) => show(lineId, 'help')}
          />
        )}
        {line && screen !== 'main' && (
          <OtherScreen
            screen={screen}
            lines={lines}
            line={line}
            actions={actions}
            onPick={(lineId) => show(lineId, 'main')}
            onBack={back}
          />
        )}
      </div>
    </UnitsContext.Provider>
  );
}

/** The same actions, telling when an answer shows that this page is of another version than the background. */
function noticing(actions: PageActions, onOutdated: () => void): PageActions {
  const ask: PageActions['ask'] = async (name, input) => {
    const reply = await actions.ask(name, input);
    if (!reply.ok && reply.error.kind === 'reload') onOutdated();
    return reply;
  };
  return { ...actions, ask };
}
