import { render } from 'preact';
import { browser } from 'wxt/browser';
import { toInstant } from '../../utils/domain/instant.ts';
import { clock } from '../../utils/platform/clock.ts';
import { readGlance } from '../../utils/platform/database/glance-reader.ts';
import { browserWords } from '../../utils/platform/language.ts';
import { ask, connectPage, onGlanceChanged } from '../../utils/platform/messages.ts';
import { declarations } from '../../utils/providers/declarations.ts';
import { browserActions } from '../popup/actions.ts';
import { recallTheme, setLanguage } from '../popup/page-look.ts';
import { App } from './App.tsx';
import { environment } from './environment.ts';
import type { PageDeps } from './page.ts';
import { signIn } from './sign-in.ts';

const deps: PageDeps = {
  ...browserActions,
  // This page is the options page: a link inside it needs no other tab.
  openOptions: (hash) => {
    location.hash = hash;
  },
  providers: declarations,
  readGlance,
  onGlanceChanged,
  signIn,
  environment,
  now: () => toInstant(clock.now()),
  shortcut,
  shortcutPage: import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts',
};

/** The keys that open the popup; Firefox for Android knows none. */
async function shortcut(): Promise<string | null> {
  const all = (await browser.commands?.getAll()) ?? [];
  return all.find(({ name }) => name === '_execute_action')?.shortcut || null;
}

async function open(): Promise<void> {
  recallTheme(document, localStorage);
  const words = browserWords();
  setLanguage(document, words);
  await clock.ready;
  connectPage(() => void ask('tick', {}));
  const root = document.getElementById('app');
  if (root) render(<App deps={deps} words={words} />, root);
}

void open();
