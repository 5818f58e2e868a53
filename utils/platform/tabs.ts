import { browser } from 'wxt/browser';

/** Opens an address that passed the checkout-host rule. */
export async function openTab(href: string): Promise<void> {
  await browser.tabs.create({ url: href });
}

/**
 * Closes what is left of a sign-in at an origin: a browser opens no second window beside the first. The address of a
 * window can be seen because the person allowed that origin.
 */
export async function closeSignIn(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({ windowType: 'popup' }).catch(() => []);
  const left = tabs.filter(({ url }) => url !== undefined && URL.parse(url)?.origin === origin);
  const ids = left.map(({ id }) => id).filter((id) => id !== undefined);
  await browser.tabs.remove(ids).catch(() => undefined);
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
