import { browser } from 'wxt/browser';

/*
 * No extension can set the headers Referer and Cookie by itself. A rule of the browser does, for requests of this
 * extension's background to one device, and only as long as the browser runs.
 */

/** From now on requests to a device carry this header, and no other of its name, until its rule is taken away. */
export async function giveHeader(origin: string, header: 'referer' | 'cookie', value: string): Promise<void> {
  const id = idOf(origin);
  const requestHeaders = [{ header, operation: 'set' as const, value }];
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        action: { type: 'modifyHeaders', requestHeaders },
        condition: {
          urlFilter: `|${origin}/`,
          initiatorDomains: [location.host],
          tabIds: [-1],
          resourceTypes: ['xmlhttprequest'],
        },
      },
    ],
  });
}

/** Takes the rules of every other origin away. */
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
