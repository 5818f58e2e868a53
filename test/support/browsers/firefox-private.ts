/*
 * Private windows, which an extension enters only by the person's leave. As in firefox-privileged.ts these functions
 * run in the browser's own window.
 */

interface ViewBrowser extends HTMLElement {
  currentURI: { spec: string } | null;
}
interface BrowserWindow extends Window {
  gBrowser: { selectedBrowser: { fixupAndLoadURIString(url: string, options: object): void } };
}
interface Tracker {
  BrowserWindowTracker: {
    promiseOpenWindow(options: { private: true; openerWindow: Window }): Promise<BrowserWindow>;
  };
}
interface Addons {
  AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
}
interface Permissions {
  ExtensionPermissions: {
    add(id: string, granted: { permissions: string[]; origins: string[] }): Promise<void>;
  };
}

declare const ChromeUtils: { importESModule(url: string): unknown };
declare const Services: { scriptSecurityManager: { getSystemPrincipal(): object } };
declare const driver: {
  parent: {
    GlobalManager: { getExtension(id: string): object };
    apiManager: { global: { browserActionFor(extension: object): { triggerAction(of: Window): void } } };
  };
  contextOf(view: ViewBrowser): string;
  privateWindow?: BrowserWindow;
};

/** The leave, as the browser's page for extensions gives it. The extension starts anew, and its pages close. */
export async function allowPrivate(addonId: string): Promise<void> {
  const load = <T>(url: string) => ChromeUtils.importESModule(url) as T;
  const { ExtensionPermissions } = load<Permissions>('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = load<Addons>('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add(addonId, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  const addon = await AddonManager.getAddonByID(addonId);
  await addon.reload();
}

export async function openPrivateWindow(url: string): Promise<void> {
  const tracker = 'resource:///modules/BrowserWindowTracker.sys.mjs';
  const { BrowserWindowTracker } = ChromeUtils.importESModule(tracker) as Tracker;
  const opened = await BrowserWindowTracker.promiseOpenWindow({ private: true, openerWindow: window });
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  opened.gBrowser.selectedBrowser.fixupAndLoadURIString(url, { triggeringPrincipal });
  driver.privateWindow = opened;
}

export function closePrivateWindow(): void {
  driver.privateWindow?.close();
}

/** A click on the toolbar button of the private window. */
export function clickPrivateAction(addonId: string): void {
  const { GlobalManager, apiManager } = driver.parent;
  const button = apiManager.global.browserActionFor(GlobalManager.getExtension(addonId));
  if (driver.privateWindow) button.triggerAction(driver.privateWindow);
}

/** Context of the popup that is open in the private window; null while there is none. */
export function privatePanelContext(): string | null {
  const { document, closed } = driver.privateWindow ?? { document: null, closed: true };
  if (closed || !document) return null;
  const views = [...document.querySelectorAll<ViewBrowser>('panel browser.webextension-popup-browser')];
  const open = views.find((each) => each.closest<HTMLElement & { state: string }>('panel')?.state === 'open');
  return open?.currentURI?.spec.startsWith('moz-extension:') ? driver.contextOf(open) : null;
}
