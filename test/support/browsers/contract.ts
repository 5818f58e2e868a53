import type { Desktop } from '../desktop/desktop.ts';
import type { SavedFile } from './saved.ts';

/*
 * What a test may do with a browser, whichever it is. Everything waits for what it names and has happened when
 * it settles; nothing sleeps. Names are the accessible names that a person hears or reads.
 */

export type BrowserKind = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** folder of the built extension */
  extensionDir: string;
  /** language of the browser, English unless told */
  locale?: 'en' | 'zh-CN' | 'zh-TW';
  colorScheme?: 'light' | 'dark';
  /** IANA zone; the computer's unless told */
  timezone?: string;
  /** real host names that this computer answers for */
  served?: ServedHosts;
  /** Firefox: every window is private, and the extension may be there */
  alwaysPrivate?: boolean;
  /** Firefox's own preferences, by name */
  preferences?: Record<string, string | number | boolean>;
  /** Chromium on Linux: what draws its notifications, and clicks on them */
  desktop?: Desktop;
  /** a window to look at, where there is a display */
  headed?: boolean;
}

/** Host names whose requests go to two loopback ports, one for https and one for http. */
export interface ServedHosts {
  hosts: readonly string[];
  port: number;
  plainHosts: readonly string[];
  plainPort: number;
  /** the one that https answers with; trusted by the browser that is launched, and by it alone */
  certificate: { spki: string };
}

export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'img'
  | 'link'
  | 'listitem'
  | 'option'
  | 'radio'
  | 'region'
  | 'searchbox'
  | 'spinbutton'
  | 'status'
  | 'switch'
  | 'tab'
  | 'textbox'
  | 'treeitem';

/** An accessible name: the whole of it, or a pattern that it fits. */
export type Name = string | RegExp;

/** A page of the extension or of the web, seen from outside. */
export interface Page {
  url(): Promise<string>;
  title(): Promise<string>;
  /** Everything that can be read on it, as a person would copy it. */
  text(): Promise<string>;
  /** Waits until the text appears somewhere on the page. */
  see(text: string | RegExp): Promise<void>;
  /** Whether there is such a thing at this moment. */
  has(role: Role, name: Name): Promise<boolean>;
  /** Waits for it. */
  find(role: Role, name: Name): Promise<void>;
  /** Waits for it and clicks it with the pointer. */
  click(role: Role, name: Name): Promise<void>;
  /** Waits for the field with this label, empties it and types with the keyboard. */
  fill(label: string, value: string): Promise<void>;
  /** Marks a radio button or a checkbox, or unmarks a checkbox, by a click on its label. */
  mark(label: Name): Promise<void>;
  /** Chooses an option of a select by its words. */
  choose(label: string, option: string): Promise<void>;
  /** Presses one key: `Enter`, `Tab`, `Shift+Tab`, `Space`, `a`. */
  press(key: string): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Accessible name and tag of what has the focus. */
  focused(): Promise<string>;
  /** PNG into a file. */
  screenshot(file: string): Promise<void>;
  /** Runs a function in the page. It is sent as text: it sees only its arguments, which are JSON. */
  evaluate<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  reload(): Promise<void>;
  close(): Promise<void>;
  /** Settles when the page has gone. */
  closed(): Promise<void>;
}

export interface Badge {
  text: string;
  title: string;
  /** RGBA, 0 to 255 */
  color: number[];
}

export interface ShownNotification {
  title: string;
  message: string;
}

export interface Browser {
  readonly kind: BrowserKind;
  /** host of the extension's pages */
  readonly host: string;
  readonly profileDir: string;
  /** Opens a page of the extension in a tab: `options.html`. */
  openPage(path: string): Promise<Page>;
  /** The popup as the toolbar button opens it. */
  openPopup(): Promise<Page>;
  openUrl(url: string): Promise<Page>;
  /** Waits until a tab or window whose address fits is open. */
  waitForPage(fits: (url: string) => boolean): Promise<Page>;
  /** Addresses of all open tabs and windows. */
  addresses(): Promise<string[]>;
  /** Runs a function in the background, which is woken for it; otherwise as `Page.evaluate`. */
  background<A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  badge(): Promise<Badge>;
  /** What was shown since the browser started, oldest first. */
  notifications(): Promise<ShownNotification[]>;
  /** The files that were saved, oldest first. */
  saved(): Promise<SavedFile[]>;
  /** Stops the worker or event page and waits until it has stopped. */
  stopBackground(): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** The person will say yes when the extension asks for a host. Nothing is granted until it asks. */
  allowWhenAsked(origin: string): Promise<void>;
  /** A host is granted, as if the extension had asked and the person had said yes. */
  grantHost(origin: string): Promise<void>;
  /** Takes a host's permission away, as the browser's own page for extensions can. */
  revokeHost(origin: string): Promise<void>;
  /** Shows the extension's button in the toolbar itself, as a person does who wants to see it. */
  pinToToolbar(): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  /** Closes and starts again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
  /** Settles when it was closed, by a person or by `close`. */
  closed(): Promise<void>;
}
