import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { giveHeader, keepReferers } from '../../utils/platform/referer.ts';

type Rule = Parameters<typeof browser.declarativeNetRequest.updateSessionRules>[0]['addRules'];
type Change = { removeRuleIds?: number[]; addRules?: NonNullable<Rule> };

const giveReferer = (origin: string) => giveHeader(origin, 'referer', `${origin}/`);
const ZTE = 'http://192.168.0.1';
const OTHER = 'http://127.0.0.1:4010';

let rules: NonNullable<Rule>;

/** As the browser keeps them: an id that is there already is refused. */
async function updateSessionRules({ removeRuleIds = [], addRules = [] }: Change): Promise<void> {
  const left = rules.filter(({ id }) => !removeRuleIds.includes(id));
  for (const { id } of addRules) if (left.some((rule) => rule.id === id)) throw new Error('not unique');
  rules = [...left, ...addRules];
}

beforeEach(() => {
  rules = [];
  const api = { getSessionRules: async () => rules, updateSessionRules };
  vi.stubGlobal('location', { host: 'own-extension' });
  Object.assign(browser, { declarativeNetRequest: api });
});

const origins = () => rules.map(({ condition }) => condition.urlFilter);

describe('the Referer of a device', () => {
  it('is its own address, for requests of this background to its origin alone', async () => {
    await giveReferer(ZTE);
    expect(rules).toMatchObject([
      {
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'referer', operation: 'set', value: 'http://192.168.0.1/' }],
        },
        condition: {
          urlFilter: '|http://192.168.0.1/',
          initiatorDomains: ['own-extension'],
          tabIds: [-1],
          resourceTypes: ['xmlhttprequest'],
        },
      },
    ]);
  });

  it('has one rule for a device, however often it is asked, and one for each device', async () => {
    for (const origin of [ZTE, OTHER, ZTE, ZTE]) await giveReferer(origin);
    expect(origins().toSorted()).toEqual([`|${OTHER}/`, `|${ZTE}/`]);
  });

  it('stays only where it is still wanted', async () => {
    for (const origin of [ZTE, OTHER]) await giveReferer(origin);
    await keepReferers([OTHER, 'http://10.0.0.1']);
    expect(origins()).toEqual([`|${OTHER}/`]);
    await keepReferers([]);
    expect(origins()).toEqual([]);
    await keepReferers([]);
  });

  it('makes room for a Cookie that the device told, which goes in the same way', async () => {
    await giveReferer(ZTE);
    await giveHeader(ZTE, 'cookie', 'SessionID=abc=');
    expect(rules).toMatchObject([
      {
        action: { requestHeaders: [{ header: 'cookie', operation: 'set', value: 'SessionID=abc=' }] },
        condition: { urlFilter: '|http://192.168.0.1/', initiatorDomains: ['own-extension'], tabIds: [-1] },
      },
    ]);
    await keepReferers([]);
    expect(rules).toEqual([]);
  });

  it('is numbered as browsers want it, whatever the address', async () => {
    for (const port of [1, 80, 8080, 65_535])
      await giveReferer(`http://[fe80::${port.toString(16)}]:${port}`);
    for (const { id } of rules) expect(Number.isInteger(id) && id >= 1 && id < 2 ** 31).toBe(true);
    expect(rules).toHaveLength(4);
  });
});
