import type { browser as extensionApi } from 'wxt/browser';
import type { Badge } from './contract.ts';

declare const browser: typeof extensionApi;

/* Functions for `Browser.background`, the same in every browser. */

/** What the toolbar shows. */
export async function readBadge(): Promise<Badge> {
  return {
    text: await browser.action.getBadgeText({}),
    title: await browser.action.getTitle({}),
    color: [...(await browser.action.getBadgeBackgroundColor({}))],
  };
}
