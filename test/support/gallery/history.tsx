import { render } from 'preact';
import { App } from '../../../entrypoints/history/App.tsx';
import { choiceOf } from '../../../entrypoints/history/choice.ts';
import { historyWorld } from '../history-world.ts';
import { LANGUAGE_NAMES, type Language, wordsFor } from '../words.ts';
import { HISTORY_WORLDS } from './history-worlds.ts';

/* The history page without a browser's database: ?world=some&language=zh_CN&dir=rtl&theme=dark#range=90&per=hour */

const asked = new URLSearchParams(location.search);
const language: Language = LANGUAGE_NAMES.find((name) => name === asked.get('language')) ?? 'en';
const words = wordsFor(language);
const world = historyWorld(HISTORY_WORLDS[asked.get('world') ?? 'some'] ?? { lines: [], samples: [] });
world.glance.settings.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.lang = words.locale;
document.documentElement.dir = asked.get('dir') ?? 'ltr';
const root = document.getElementById('root');
const props = {
  words,
  first: world.glance,
  firstChoice: choiceOf(location.hash.slice(1)),
  onFirst: () => {},
};
if (root) render(<App deps={world.deps} {...props} />, root);
