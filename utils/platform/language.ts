import { browser } from 'wxt/browser';
import { createWords, type Words } from '../domain/words.ts';

/** The browser's own language and the messages it chose for it. */
export function browserWords(): Words {
  const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
  return createWords(browser.i18n.getUILanguage(), getMessage);
}
