import { render } from 'preact';
import * as z from 'zod/mini';
import { toInstant } from '../../utils/domain/instant.ts';
import { clock } from '../../utils/platform/clock.ts';
import { readGlance } from '../../utils/platform/database/glance-reader.ts';
import { createHistoryReader } from '../../utils/platform/database/history-reader.ts';
import { browserWords } from '../../utils/platform/language.ts';
import { ask, onGlanceChanged } from '../../utils/platform/messages.ts';
import { saveText } from '../popup/actions.ts';
import { recallTheme, setLanguage } from '../popup/page-look.ts';
import { App } from './App.tsx';
import { choiceOf } from './choice.ts';
import type { HistoryDeps } from './page.ts';

// Extension pages may not make code from text, which zod would do to be faster.
z.config({ jitless: true });

const deps: HistoryDeps = {
  ask,
  readGlance,
  onGlanceChanged,
  history: createHistoryReader(),
  now: () => toInstant(clock.now()),
  saveText,
  remember: (query) => history.replaceState(null, '', query),
};

/** `history.html?line=<id>` opens at a line. */
async function open(): Promise<void> {
  const reading = readGlance();
  recallTheme(document, localStorage);
  const words = browserWords();
  setLanguage(document, words);
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no root');
  await clock.ready;
  const first = await reading;
  // The benchmark reads when the first days were painted.
  const onFirst = () => requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('figure')));
  const props = { first, words, firstChoice: choiceOf(location.search), onFirst };
  render(<App deps={deps} {...props} />, root);
}

void open();
