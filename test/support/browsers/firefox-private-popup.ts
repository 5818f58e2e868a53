import { until } from '../until.ts';
import type { Browser, Page } from './contract.ts';
import { insideOf } from './firefox.ts';
import {
  clickPrivateAction,
  closePrivateWindow,
  openPrivateWindow,
  privatePanelContext,
} from './firefox-private.ts';

/** The popup as the toolbar button of a private window opens it, over a page; both close with it. */
export async function openPrivatePopup(browser: Browser, over: string): Promise<Page> {
  const inside = insideOf(browser);
  await inside.run(openPrivateWindow, over);
  await until('the page in the private window', async () => (await browser.addresses()).includes(over));
  await inside.run(clickPrivateAction, inside.addonId);
  const context = await until('the popup', () => inside.run(privatePanelContext));
  const isOpen = async () => (await inside.run(privatePanelContext)) !== null;
  const page = inside.page(context, isOpen, () => inside.run(closePrivateWindow));
  await until('the popup has loaded', () => page.evaluate(() => document.readyState === 'complete'));
  return page;
}
