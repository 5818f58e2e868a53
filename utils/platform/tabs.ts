import { browser } from 'wxt/browser';

/** Opens an address that passed the checkout-host rule. */
export async function openTab(href: string): Promise<void> {
  await browser.tabs.create({ url: href });
}

/** Opens the options page at a section (`#line/<id>`); an open one is used again. */
export async function openOptions(hash = ''): Promise<void> {
  const page = browser.runtime.getURL('/options.html');
  const [open] = await browser.tabs.query({ url: `${page}*` }).catch(() => []);
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { active: true, url: `${page}${hash}` });
    if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
    return;
  }
  await browser.tabs.create({ url: `${page}${hash}` });
}
