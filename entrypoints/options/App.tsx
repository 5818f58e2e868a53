import { useEffect, useMemo, useRef } from 'preact/hooks';
import { errorSentence } from '../../components/command-error-words.ts';
import { NowContext } from '../../components/now-context.ts';
import { UnitsContext } from '../../components/units-context.ts';
import { WordsContext } from '../../components/words-context.ts';
import type { Words } from '../../utils/domain/words.ts';
import { setTheme } from '../popup/page-look.ts';
import { createAddStore } from './add/add-store.ts';
import { Frame } from './Frame.tsx';
import { NotReady } from './NotReady.tsx';
import type { Page, PageDeps } from './page.ts';
import { Routed } from './Routed.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { useExtension } from './use-extension.ts';
import { useNowTicking } from './use-now-ticking.ts';
import { useRoute } from './use-route.ts';

/** The options page. */
export function App({ deps, words }: { deps: PageDeps; words: Words }) {
  const { state, glance, error, refresh } = useExtension(deps);
  const { hash, route, arrived } = useRoute();
  const { said, announce } = useAnnouncement(hash);
  const now = useNowTicking(deps.now);
  const latestNow = useRef(now);
  latestNow.current = now;
  const addStore = useMemo(() => createAddStore(deps), [deps]);
  const theme = state?.settings.theme ?? glance?.settings.theme ?? 'system';
  useEffect(() => {
    setTheme(document, localStorage, theme);
  }, [theme]);
  const page: Page | null = state && {
    deps,
    state,
    glance,
    refresh,
    arrived,
    sentence: (problem) => errorSentence(problem, words, latestNow.current),
    go: (hash) => {
      location.hash = hash;
    },
    announce,
  };
  return (
    <WordsContext.Provider value={words}>
      <NowContext.Provider value={now}>
        <UnitsContext.Provider value={state?.settings.units ?? 'decimal'}>
          <Frame route={route} said={said}>
            {page ? (
              <Routed page={page} route={route} addStore={addStore} />
            ) : (
              <NotReady error={error} onRetry={() => void refresh()} />
            )}
          </Frame>
        </UnitsContext.Provider>
      </NowContext.Provider>
    </WordsContext.Provider>
  );
}
