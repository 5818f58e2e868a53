import type { Bidi } from './bidi.ts';
import { BidiPage } from './bidi-page.ts';
import type { Page, ShownNotification } from './contract.ts';
import { clickShown, keepNotifications, shownNotifications } from './firefox-alerts.ts';
import { allowAll, allowOrigin, pinAction, setOffline, speak } from './firefox-owner.ts';
import {
  backgroundState,
  clickAction,
  closePanels,
  panelContext,
  prepareWindow,
  stopBackground,
  toolbar,
  wakeBackground,
} from './firefox-privileged.ts';

/** Calls into the browser's own window. */
export class FirefoxInside {
  readonly #bidi: Bidi;
  readonly #window: string;
  readonly addonId: string;

  private constructor(bidi: Bidi, window: string, addonId: string) {
    this.#bidi = bidi;
    this.#window = window;
    this.addonId = addonId;
  }

  static async enter(bidi: Bidi, addonId: string): Promise<FirefoxInside> {
    const params = { 'moz:scope': 'chrome' };
    const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', params);
    const window = tree.contexts[0]?.context;
    if (window === undefined) throw new Error('Firefox has no window');
    await bidi.call(window, prepareWindow, []);
    await bidi.call(window, keepNotifications, []);
    return new FirefoxInside(bidi, window, addonId);
  }

  /** Runs a function in the browser's window, with all of its rights; see `Page.evaluate`. */
  run<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.#bidi.call(this.#window, work, args);
  }

  /** A page that only the browser itself knows of. */
  page(context: string, isOpen: () => Promise<boolean>, shut: () => Promise<void>): Page {
    return new BidiPage(this.#bidi, context, isOpen, shut);
  }

  /** Context of the event page, which is woken for it. */
  async background(): Promise<string> {
    const id = await this.#bidi.call(this.#window, wakeBackground, [this.addonId]);
    if (id === null) throw new Error('the event page did not start');
    return id;
  }

  async stopBackground(): Promise<void> {
    await this.#bidi.call(this.#window, stopBackground, [this.addonId]);
  }

  backgroundState(): Promise<string> {
    return this.#bidi.call(this.#window, backgroundState, [this.addonId]);
  }

  /** A click on the toolbar button. */
  async clickAction(): Promise<void> {
    await this.#bidi.call(this.#window, clickAction, [this.addonId]);
  }

  /** Context of the open panel that shows a page; null while there is none. */
  panel(address: string): Promise<string | null> {
    return this.#bidi.call(this.#window, panelContext, [address]);
  }

  async closePanels(): Promise<void> {
    await this.#bidi.call(this.#window, closePanels, []);
  }

  notifications(): Promise<ShownNotification[]> {
    return this.#bidi.call(this.#window, shownNotifications, []);
  }

  clickNotification(title: string): Promise<boolean> {
    return this.#bidi.call(this.#window, clickShown, [title]);
  }

  /** Switches the extension's language, which it reads when it starts. */
  async speak(locale: string): Promise<void> {
    await this.#bidi.call(this.#window, speak, [locale, this.addonId]);
  }

  async pinAction(): Promise<void> {
    await this.#bidi.call(this.#window, pinAction, [this.addonId]);
  }

  async allowAll(): Promise<void> {
    await this.#bidi.call(this.#window, allowAll, []);
  }

  async allowOrigin(pattern: string): Promise<void> {
    await this.#bidi.call(this.#window, allowOrigin, [this.addonId, pattern]);
  }

  /** What the toolbar button shows, read without waking the extension. */
  toolbar(): Promise<{ text: string; title: string }> {
    return this.#bidi.call(this.#window, toolbar, [this.addonId]);
  }

  async setOffline(offline: boolean): Promise<void> {
    await this.#bidi.call(this.#window, setOffline, [offline]);
  }
}
