import { browser } from 'wxt/browser';

/*
 * No extension can set the header Referer by itself. A rule of the browser does, for requests of this extension's
 * background to one device, and only as long as the browser runs.
 */

/** From now on requests to a device carry its own address as their Referer. */
export async function giveReferer(origin: string): Promise<void> {
  const id = idOf(origin);
  const value = `${origin}/`;
  const requestHeaders = [{ header: 'referer', operation: 'set' as const, value }];
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        action: { type: 'modifyHeaders', requestHeaders },
        condition: {
          urlFilter: `|${value}`,
          initiatorDomains: [location.host],
          tabIds: [-1],
          resourceTypes: ['xmlhttprequest'],
        },
      },
    ],
  });
}

/** Takes it from every other origin. */
export async function keepReferers(origins: readonly string[]): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  const removeRuleIds = rules.map(({ id }) => id).filter((id) => !origins.map(idOf).includes(id));
  if (removeRuleIds.length > 0) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds });
}

/** The same origin has the same number, so that it never has two rules. */
function idOf(origin: string): number {
  let id = 0;
  for (const char of origin) id = (Math.imul(id, 31) + char.charCodeAt(0)) & 0x3fffffff;
  return id + 1;
}
