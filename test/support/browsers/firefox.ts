import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../until.ts';
import { readBadge } from './background.ts';
import { Bidi } from './bidi.ts';
import { BidiPage } from './bidi-page.ts';
import type { Badge, Browser, LaunchOptions, Page, ShownNotification } from './contract.ts';
import { FirefoxInside } from './firefox-inside.ts';
import { allowPrivate } from './firefox-private.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { prepareProfile } from './firefox-profile.ts';
import { hostPattern } from './names.ts';
import { removeProfile, withProfile } from './profile.ts';

declare const browser: typeof extensionApi;

/** Fixed, so that the addresses of the extension's pages are known beforehand. */
const HOST = '6d0b5f4e-1c1f-4d1b-9b57-2f3a5c7d9e11';

/** Starts Firefox with the extension loaded. */
export function launchFirefox(options: LaunchOptions): Promise<Browser> {
  return withProfile(async (profileDir) => {
    const addonId = await prepareProfile(profileDir, options, HOST);
    const firefox = new Firefox(profileDir, addonId, options);
    await firefox.start();
    return firefox;
  });
}

/** What Firefox lets only its own code do. Throws for any other browser. */
export function insideOf(browser: Browser): FirefoxInside {
  if (browser instanceof Firefox) return browser.inside;
  throw new Error(`${browser.kind} is not Firefox`);
}

interface Tree {
  contexts: { context: string; url: string }[];
}
interface Running {
  process: FirefoxProcess;
  bidi: Bidi;
  inside: FirefoxInside;
}

class Firefox implements Browser {
  readonly kind = 'firefox';
  readonly host = HOST;
  readonly profileDir: string;
  readonly #addonId: string;
  readonly #options: LaunchOptions;
  #running: Running | null = null;

  constructor(profileDir: string, addonId: string, options: LaunchOptions) {
    this.profileDir = profileDir;
    this.#addonId = addonId;
    this.#options = options;
  }

  async start(): Promise<void> {
    const process = await startFirefox(this.profileDir, this.#options);
    try {
      const bidi = await Bidi.connect(process.address);
      const inside = await FirefoxInside.enter(bidi, this.#addonId);
      if (this.#options.alwaysPrivate) await inside.run(allowPrivate, inside.addonId);
      if (this.#options.locale !== undefined) await inside.speak(this.#options.locale);
      this.#running = { process, bidi, inside };
    } catch (error) {
      await process.kill();
      throw error;
    }
  }

  openPage(file: string): Promise<Page> {
    return this.openUrl(`moz-extension://${HOST}/${file}`);
  }

  async openUrl(url: string): Promise<Page> {
    const { context } = await this.#bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await this.#bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return this.#tab(context);
  }

  async openPopup(): Promise<Page> {
    const address = `moz-extension://${HOST}/popup.html`;
    // Without a display a panel stays open when the focus leaves it, which it does for a person.
    await this.inside.closePanels();
    await until('no popup is open', async () => (await this.inside.panel(address)) === null);
    await this.inside.clickAction();
    const context = await until('the popup', () => this.inside.panel(address));
    const isOpen = async () => (await this.inside.panel(address)) !== null;
    const page = new BidiPage(this.#bidi, context, isOpen, () => this.inside.closePanels());
    await until('the popup has loaded', () => page.evaluate(() => document.readyState === 'complete'));
    return page;
  }

  async waitForPage(fits: (url: string) => boolean): Promise<Page> {
    const found = await until('a page with a fitting address', async () =>
      (await this.#tree()).find(({ url }) => fits(url)),
    );
    return this.#tab(found.context);
  }

  async addresses(): Promise<string[]> {
    return (await this.#tree()).map(({ url }) => url);
  }

  async background<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.#bidi.call(await this.inside.background(), work, args);
  }

  badge(): Promise<Badge> {
    return this.background(readBadge);
  }

  notifications(): Promise<ShownNotification[]> {
    return this.inside.notifications();
  }

  async clickNotification(title: string): Promise<void> {
    await until(`notification "${title}"`, () => this.inside.clickNotification(title));
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
    const { bidi, process } = this.#live;
    this.#running = null;
    // The answer may be lost with the connection.
    await bidi.send('browser.close').catch(() => {});
    bidi.close();
    await process.end();
  }

  #tab(context: string): Page {
    const isOpen = async () => (await this.#tree()).some((each) => each.context === context);
    const shut = async () => {
      await this.#bidi.send('browsingContext.close', { context });
    };
    return new BidiPage(this.#bidi, context, isOpen, shut);
  }

  async #tree(): Promise<Tree['contexts']> {
    return (await this.#bidi.send<Tree>('browsingContext.getTree', { maxDepth: 0 })).contexts;
  }

  get #live(): Running {
    if (this.#running === null) throw new Error('Firefox is not running');
    return this.#running;
  }

  get #bidi(): Bidi {
    return this.#live.bidi;
  }

  get inside(): FirefoxInside {
    return this.#live.inside;
  }
}
