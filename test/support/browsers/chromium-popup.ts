import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { until } from '../until.ts';
import { ChromiumPage } from './chromium-page.ts';
import { saveAsUsual } from './chromium-saving.ts';

/**
 * The popup that is open. Playwright does not see it by itself; a second connection over the debugging port does,
 * and there it is the page with that address which is no tab.
 */
export async function findPopup(
  context: BrowserContext,
  profileDir: string,
  address: string,
  colorScheme: 'light' | 'dark',
): Promise<ChromiumPage> {
  const ports = await readFile(path.join(profileDir, 'DevToolsActivePort'), 'utf8');
  const tabs = new Set(await Promise.all(context.pages().map(targetOf)));
  const over = await chromium.connectOverCDP(`http://127.0.0.1:${ports.split('\n')[0]}`);
  await saveAsUsual(over);
  const popup = await until('the popup', async () => {
    const pages = over.contexts().flatMap((each) => each.pages());
    for (const page of pages.filter((each) => each.url().startsWith(address))) {
      if (!tabs.has(await targetOf(page))) return page;
    }
    return null;
  });
  popup.once('close', () => void over.close());
  await popup.emulateMedia({ colorScheme });
  await popup.waitForLoadState();
  return new ChromiumPage(popup, () => over.close());
}

async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}
