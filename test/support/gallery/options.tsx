import { render } from 'preact';
import { App } from '../../../entrypoints/options/App.tsx';
import { optionsWorld } from '../options-world.ts';
import { LANGUAGE_NAMES, type Language, wordsFor } from '../words.ts';
import { OPTIONS_WORLDS } from './options-worlds.ts';

/* The options page without a background: ?world=some&language=zh_CN&dir=rtl&theme=dark#lines */

const asked = new URLSearchParams(location.search);
const language: Language = LANGUAGE_NAMES.find((name) => name === asked.get('language')) ?? 'en';
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const words = wordsFor(language);
const world = OPTIONS_WORLDS[asked.get('world') ?? 'some'] ?? {};
const { deps } = optionsWorld(world);
const ask: typeof deps.ask = async (name, input) => {
  const reply = await deps.ask(name, input);
  if (name === 'state' && reply.ok && 'settings' in (reply.value ?? {})) {
    const state = reply.value as { settings: { theme: string } };
    state.settings.theme = theme;
  }
  return reply;
};
document.documentElement.lang = words.locale;
document.documentElement.dir = asked.get('dir') ?? 'ltr';
const root = document.getElementById('root');
if (root) render(<App deps={{ ...deps, ask }} words={words} />, root);
