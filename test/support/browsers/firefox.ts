import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../until.ts';
import { readBadge } from './background.ts';
import type { Badge, Browser, LaunchOptions, Page, ShownNotification } from './contract.ts';
import type { FirefoxInside } from './firefox-inside.ts';
import { beginSession, endSession, type FirefoxSession } from './firefox-session.ts';
import { hostPattern } from './names.ts';
import { removeProfile } from './profile.ts';
import { type SavedFile, savedFiles } from './saved.ts';

declare const browser: typeof extensionApi;

/** Fixed, so that the addresses of the extension's pages are known beforehand. */
export const HOST = '6d0b5f4e-1c1f-4d1b-9b57-2f3a5c7d9e11';

/** What Firefox lets only its own code do. Throws for any other browser. */
export function insideOf(browser: Browser): FirefoxInside {
  if (browser instanceof Firefox) return browser.inside;
  throw new Error(`${browser.kind} is not Firefox`);
}

export class Firefox implements Browser {
  readonly kind = 'firefox';
  readonly host = HOST;
  readonly profileDir: string;
  readonly #addonId: string;
  readonly #options: LaunchOptions;
  #running: FirefoxSession | null = null;

  constructor(profileDir: string, addonId: string, options: LaunchOptions) {
    this.profileDir = profileDir;
    this.#addonId = addonId;
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#running = await beginSession(this.profileDir, this.#addonId, this.#options);
  }

  openPage(file: string): Promise<Page> {
    return this.openUrl(`moz-extension://${HOST}/${file}`);
  }

  openUrl(url: string): Promise<Page> {
    return this.#live.tabs.open(url);
  }

  async openPopup(): Promise<Page> {
    const address = `moz-extension://${HOST}/popup.html`;
    // Without a display a panel stays open when the focus leaves it, which it does for a person.
    await this.inside.closePanels();
    await until('no popup is open', async () => (await this.inside.panel(address)) === null);
    await this.inside.clickAction();
    const context = await until('the popup', () => this.inside.panel(address));
    const isOpen = async () => (await this.inside.panel(address)) !== null;
    const page = this.inside.page(context, isOpen, () => this.inside.closePanels());
    await until('the popup has loaded', () => page.evaluate(() => document.readyState === 'complete'));
    return page;
  }

  waitForPage(fits: (url: string) => boolean): Promise<Page> {
    return this.#live.tabs.waitFor(fits);
  }

  addresses(): Promise<string[]> {
    return this.#live.tabs.addresses();
  }

  async background<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.#live.bidi.call(await this.inside.background(), work, args);
  }

  badge(): Promise<Badge> {
    return this.background(readBadge);
  }

  notifications(): Promise<ShownNotification[]> {
    return this.inside.notifications();
  }

  saved(): Promise<SavedFile[]> {
    return savedFiles(this.profileDir);
  }

  async stopBackground(): Promise<void> {
    await this.inside.stopBackground();
  }

  async backgroundRuns(): Promise<boolean> {
    return (await this.inside.backgroundState()) !== 'stopped';
  }

  async allowWhenAsked(): Promise<void> {
    await this.inside.allowAll();
  }

  async grantHost(origin: string): Promise<void> {
    await this.inside.allowOrigin(hostPattern(origin));
  }

  async revokeHost(origin: string): Promise<void> {
    await this.background(
      (pattern) => browser.permissions.remove({ origins: [pattern] }),
      hostPattern(origin),
    );
  }

  pinToToolbar(): Promise<void> {
    return this.inside.pinAction();
  }

  setOffline(offline: boolean): Promise<void> {
    return this.inside.setOffline(offline);
  }

  async restart(): Promise<void> {
    await this.#end();
    await this.start();
  }

  async close(): Promise<void> {
    await this.#end();
    await removeProfile(this.profileDir);
  }

  async closed(): Promise<void> {
    await this.#running?.process.ended;
  }

  async #end(): Promise<void> {
    const session = this.#live;
    this.#running = null;
    await endSession(session);
  }

  get #live(): FirefoxSession {
    if (this.#running === null) throw new Error('Firefox is not running');
    return this.#running;
  }

  get inside(): FirefoxInside {
    return this.#live.inside;
  }
}
