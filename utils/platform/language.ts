import { browser } from 'wxt/browser';
import { createWords, type Words } from '../domain/words.ts';

/**
 * The messages that the browser chose, with the locale for Intl. Where there are none in the browser's language,
 * figures and dates follow the messages: a sentence in one language with the numbers of another misleads.
 */
export function browserWords(): Words {
  const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
  const chosen = getMessage('popupLanguage', []);
  const own = browser.i18n.getUILanguage();
  return createWords(sameLanguage(chosen, own) ? own : chosen, getMessage);
}

function sameLanguage(a: string, b: string): boolean {
  const [first, second] = [a, b].map((tag) => new Intl.Locale(tag).maximize());
  return first?.language === second?.language && first?.script === second?.script;
}
