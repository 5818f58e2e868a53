import { render } from 'preact';
import { Details, Forecast, loadWhatShows } from '../../components/popup/later.ts';
import { SCREENS } from '../../components/popup/screens.ts';
import { clock } from '../../utils/platform/clock.ts';
import { readGlance } from '../../utils/platform/database/glance-reader.ts';
import { browserWords } from '../../utils/platform/language.ts';
import { browserActions } from './actions.ts';
import { Popup } from './Popup.tsx';
import { recallTheme, setLanguage } from './page-look.ts';

/** `popup.html?line=<id>&screen=help` opens at a line and a screen; a notification leads there, in a tab. */
async function open(): Promise<void> {
  const reading = globalThis.firstGlance ?? readGlance();
  for (const part of [Details, Forecast]) void part.load();
  recallTheme(document, localStorage);
  const words = browserWords();
  setLanguage(document, words);
  const asked = new URLSearchParams(location.search);
  const screen = SCREENS.find((name) => name === asked.get('screen')) ?? 'main';
  if (location.search) document.documentElement.dataset.place = 'tab';
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  await clock.ready;
  const first = await reading;
  await loadWhatShows(first);
  const props = { first, words, screen, lineId: asked.get('line'), actions: browserActions };
  render(<Popup {...props} />, root);
  // The benchmark reads when the figure was painted.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('figure')));
}

void open();
