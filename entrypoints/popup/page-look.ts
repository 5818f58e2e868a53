import type { Settings } from '../../utils/domain/settings.ts';
import type { Words } from '../../utils/domain/words.ts';

/** A copy of the chosen theme that can be read before anything is painted. */
const THEME = 'theme';

/** The page's language, direction and title: those of the messages, which may not be the browser's. */
export function setLanguage(page: Document, words: Words): void {
  page.documentElement.lang = words.t('popupLanguage');
  page.documentElement.dir = words.t('popupDirection');
  page.title = words.t('extensionName');
}

/** The theme of the last time, so that nothing flashes while the glance is read. */
export function recallTheme(page: Document, memory: Storage): void {
  const theme = memory.getItem(THEME);
  if (theme) page.documentElement.dataset.theme = theme;
}

/** Follows the system, or the person's choice. */
export function setTheme(page: Document, memory: Storage, theme: Settings['theme']): void {
  if (theme === 'system') {
    delete page.documentElement.dataset.theme;
    memory.removeItem(THEME);
  } else {
    page.documentElement.dataset.theme = theme;
    memory.setItem(THEME, theme);
  }
}
