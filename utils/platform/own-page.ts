import { browser } from 'wxt/browser';

/** A page of another extension or of the web, or a script in one, is none. */
export function isOwnPage(sender: { id?: string; url?: string }): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}
