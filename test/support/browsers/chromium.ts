import type { BrowserContext } from 'playwright-core';
import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../until.ts';
import { readBadge } from './background.ts';
import { startChromium } from './chromium-launch.ts';
import { manage, setEnabled, visit } from './chromium-owner.ts';
import { ChromiumPage } from './chromium-page.ts';
import { findPopup } from './chromium-popup.ts';
import { ChromiumWorker } from './chromium-worker.ts';
import type { Badge, Browser, LaunchOptions, Page, ShownNotification } from './contract.ts';
import { hostPattern } from './names.ts';
import { removeProfile } from './profile.ts';
import { type SavedFile, savedFiles } from './saved.ts';

declare const browser: typeof extensionApi;

/** What only Chromium's driver can do. Throws for any other browser. */
export function chromiumOf(browser: Browser): Chromium {
  if (browser instanceof Chromium) return browser;
  throw new Error(`${browser.kind} is not Chromium`);
}

interface Running {
  context: BrowserContext;
  worker: ChromiumWorker;
}

export class Chromium implements Browser {
  readonly kind = 'chromium';
  readonly profileDir: string;
  #options: LaunchOptions;
  #running: Running | null = null;

  constructor(profileDir: string, options: LaunchOptions) {
    this.profileDir = profileDir;
    this.#options = options;
  }

  async start(): Promise<void> {
    const context = await startChromium(this.profileDir, this.#options);
    try {
      this.#running = { context, worker: await ChromiumWorker.of(context) };
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  get host(): string {
    return this.#live.worker.host;
  }

  openPage(file: string): Promise<Page> {
    return this.openUrl(`chrome-extension://${this.host}/${file}`);
  }

  async openUrl(url: string): Promise<Page> {
    return new ChromiumPage(await visit(this.#live.context, url));
  }

  async openPopup(): Promise<Page> {
    await this.background(() => browser.action.openPopup());
    const address = `chrome-extension://${this.host}/popup.html`;
    return findPopup(this.#live.context, this.profileDir, address, this.#options.colorScheme ?? 'light');
  }

  async waitForPage(fits: (url: string) => boolean): Promise<Page> {
    const found = await until('a page with a fitting address', () =>
      this.#live.context.pages().find((page) => fits(page.url())),
    );
    return new ChromiumPage(found);
  }

  async addresses(): Promise<string[]> {
    return this.#live.context.pages().map((page) => page.url());
  }

  background<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.#live.worker.evaluate(work, args);
  }

  badge(): Promise<Badge> {
    return this.background(readBadge);
  }

  notifications(): Promise<ShownNotification[]> {
    return this.#live.worker.notifications();
  }

  saved(): Promise<SavedFile[]> {
    return savedFiles(this.profileDir);
  }

  stopBackground(): Promise<void> {
    return this.#live.worker.stop();
  }

  async backgroundRuns(): Promise<boolean> {
    return this.#live.worker.runs;
  }

  allowWhenAsked(origin: string): Promise<void> {
    return manage(this.#live.context, 'addHostPermission', this.host, hostPattern(origin));
  }

  /** The extension itself has to ask, from a page of its own and as if a person had clicked there. */
  async grantHost(origin: string): Promise<void> {
    await this.allowWhenAsked(origin);
    const page = await this.openPage('manifest.json');
    await page.evaluate((origins) => browser.permissions.request({ origins }), [hostPattern(origin)]);
    await page.close();
  }

  /**
   * Given back by a page of the extension: what the browser's own page takes away, it gives again unasked. The
   * background is woken by it where it sleeps.
   */
  async revokeHost(origin: string): Promise<void> {
    const page = await this.openPage('manifest.json');
    await page.evaluate((origins) => browser.permissions.remove({ origins }), [hostPattern(origin)]);
    await page.close();
  }

  pinToToolbar(): Promise<void> {
    const pinned = { extensionId: this.host, pinnedToToolbar: true };
    return manage(this.#live.context, 'updateExtensionConfiguration', pinned);
  }

  /** The extension is switched off and on again. Its pages close. Settles when its background has begun again. */
  async toggle(): Promise<void> {
    const { context } = this.#live;
    const next = context.waitForEvent('serviceworker');
    await setEnabled(context, this.host, false);
    await setEnabled(context, this.host, true);
    await next;
  }

  /** The extension is loaded anew from its folder, as by an update, otherwise as `toggle`. */
  async reloadExtension(): Promise<void> {
    const { context } = this.#live;
    // Without it Chromium loads no extension from a folder a second time.
    await manage(context, 'updateProfileConfiguration', { inDeveloperMode: true });
    const page = await this.openPage('manifest.json');
    const next = context.waitForEvent('serviceworker');
    await page.evaluate(() => void setTimeout(() => browser.runtime.reload(), 0));
    await next;
  }

  setOffline(offline: boolean): Promise<void> {
    return this.#live.context.setOffline(offline);
  }

  /** `meanwhile`: what happens to the profile while the browser is closed */
  async restart(meanwhile = async (): Promise<void> => {}): Promise<void> {
    await this.#end();
    await meanwhile();
    await this.start();
  }

  /** The person has travelled: the same profile, on a computer whose clock shows another zone (IANA). */
  async restartIn(timezone: string): Promise<void> {
    this.#options = { ...this.#options, timezone };
    await this.restart();
  }

  async close(): Promise<void> {
    await this.#end();
    await removeProfile(this.profileDir);
  }

  async closed(): Promise<void> {
    const context = this.#running?.context;
    if (context?.browser()?.isConnected()) await context.waitForEvent('close', { timeout: 0 });
  }

  async #end(): Promise<void> {
    const context = this.#running?.context;
    this.#running = null;
    await context?.close();
  }

  get #live(): Running {
    if (this.#running === null) throw new Error('Chromium is not running');
    return this.#running;
  }
}
