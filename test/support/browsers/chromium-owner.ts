import type { BrowserContext, Page } from 'playwright-core';

/** Of the browser's own page for extensions: a part of it that may do all that it may, and has nothing to draw. */
const MANAGER = 'chrome://extensions/strings.m.js';

/** Opens an address in a new tab. */
export async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url).catch((error: Error) => {
    // On a busy computer the first page of a new tab may come late, and take the place of what was asked for.
    if (!error.message.includes('net::ERR_ABORTED')) throw error;
    return page.goto(url);
  });
  return page;
}

/** The browser's own page for extensions may do without a question what only a person may do. */
export async function manage(context: BrowserContext, method: string, ...args: unknown[]): Promise<void> {
  const page = await visit(context, MANAGER);
  await page.evaluate(`chrome.developerPrivate.${method}(...${JSON.stringify(args)})`);
  await page.close();
}

/** Switches an extension off or on, as the person can on the same page. */
export async function setEnabled(context: BrowserContext, id: string, enabled: boolean): Promise<void> {
  const page = await visit(context, MANAGER);
  await page.evaluate(`chrome.management.setEnabled(...${JSON.stringify([id, enabled])})`);
  await page.close();
}
