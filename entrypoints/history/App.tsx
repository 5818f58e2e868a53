import { useEffect, useMemo, useState } from 'preact/hooks';
import { NowContext } from '../../components/now-context.ts';
import { NoticeList } from '../../components/popup/NoticeList.tsx';
import { UnitsContext } from '../../components/units-context.ts';
import { WordsContext } from '../../components/words-context.ts';
import type { Glance } from '../../utils/domain/glance.ts';
import type { Words } from '../../utils/domain/words.ts';
import { setTheme } from '../popup/page-look.ts';
import { type Choice, queryOf } from './choice.ts';
import { Frame } from './Frame.tsx';
import { HistoryView } from './HistoryView.tsx';
import { NoLine } from './NoLine.tsx';
import type { HistoryDeps } from './page.ts';
import { usePresentGlance } from './use-present-glance.ts';

interface AppProps {
  deps: HistoryDeps;
  words: Words;
  first: Glance | null;
  firstChoice: Choice;
  /** Called when the first figures are on the page. */
  onFirst: () => void;
}

/** The history page. */
export function App({ deps, words, first, firstChoice, onFirst }: AppProps) {
  const { glance, waiting, refresh } = usePresentGlance(deps, first);
  const [choice, setChoice] = useState(firstChoice);
  const now = useMemo(() => deps.now(), [deps, glance]);
  const theme = glance?.settings.theme;
  useEffect(() => {
    if (theme) setTheme(document, localStorage, theme);
  }, [theme]);
  const choose = (change: Partial<Choice>) => {
    const next = { ...choice, ...change };
    setChoice(next);
    deps.remember(queryOf(next));
  };
  const lines = glance?.lines ?? [];
  return (
    <WordsContext.Provider value={words}>
      <NowContext.Provider value={now}>
        <UnitsContext.Provider value={glance?.settings.units ?? 'decimal'}>
          <Frame>
            <NoticeList notices={glance?.notices ?? []} ask={deps.ask} />
            {waiting && <p class="soft">{words.t('optionsLoading')}</p>}
            {!waiting && lines.length === 0 && <NoLine />}
            {lines.length > 0 && (
              <HistoryView
                deps={deps}
                lines={lines}
                now={now}
                choice={choice}
                onChoose={choose}
                onImported={refresh}
                onFirst={onFirst}
              />
            )}
          </Frame>
        </UnitsContext.Provider>
      </NowContext.Provider>
    </WordsContext.Provider>
  );
}
