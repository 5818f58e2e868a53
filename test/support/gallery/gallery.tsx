import { render } from 'preact';
import { NowContext } from '../../../components/now-context.ts';
import { PopupApp } from '../../../components/popup/PopupApp.tsx';
import type { PageActions } from '../../../components/popup/page-actions.ts';
import { WordsContext } from '../../../components/words-context.ts';
import type { CommandName, CommandReply } from '../../../utils/app/commands.ts';
import { NOW } from '../glances.ts';
import { LANGUAGE_NAMES, type Language, wordsFor } from '../words.ts';
import { HELP, OFFERS } from './offers.ts';
import { STATES } from './states.ts';

/* The popup in every state, without a background: ?state=low&language=zh_CN&dir=rtl&theme=dark */

const ANSWERS: Partial<Record<CommandName, unknown>> = { offers: OFFERS, help: HELP, refresh: [] };

const actions: PageActions = {
  ask: async (name) => ({ ok: true, value: ANSWERS[name] ?? null }) as CommandReply<typeof name>,
  openOptions: () => undefined,
  requestAccess: async () => false,
  copy: async () => true,
  saveText: () => undefined,
  saveReminder: async () => undefined,
  reload: () => undefined,
};

const asked = new URLSearchParams(location.search);
const language: Language = LANGUAGE_NAMES.find((name) => name === asked.get('language')) ?? 'en';
const words = wordsFor(language);
const state = STATES[asked.get('state') ?? 'ok'];
const root = document.getElementById('root');
const page = document.documentElement;
page.lang = words.locale;
page.dir = asked.get('dir') ?? 'ltr';
page.dataset.theme = asked.get('theme') ?? 'light';
if (state && root) {
  render(
    <WordsContext.Provider value={words}>
      <NowContext.Provider value={NOW}>
        <PopupApp
          glance={state.glance}
          actions={actions}
          firstLineId={null}
          firstScreen={state.screen ?? 'main'}
        />
      </NowContext.Provider>
    </WordsContext.Provider>,
    root,
  );
}
