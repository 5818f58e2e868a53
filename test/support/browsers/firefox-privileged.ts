import type { ShownNotification } from './contract.ts';

/*
 * What Firefox lets only its own code do. Each function is sent as text and runs in the browser's window with
 * full rights (--remote-allow-system-access): it sees its arguments and what `prepareWindow` left there.
 */

interface ViewBrowser extends HTMLElement {
  permanentKey?: object;
  currentURI?: { spec: string };
}
interface Panel extends HTMLElement {
  state: string;
  hidePopup(): void;
}
interface Extension {
  backgroundState: string;
  views: Set<{ viewType: string; xulBrowser: ViewBrowser }>;
  wakeupBackground(): Promise<void>;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}
interface Navigables {
  getIdForBrowser(browser: ViewBrowser): string;
  getBrowserById(id: string): ViewBrowser | null;
}
interface ToolbarButton {
  triggerAction(of: Window): void;
  action: { getContextData(of: null): { badgeText: string; title: string } };
}
interface Parent {
  GlobalManager: { getExtension(id: string): Extension };
  apiManager: { global: { browserActionFor(extension: Extension): ToolbarButton } };
}
interface Addons {
  AddonManager: {
    getAddonByID(id: string): Promise<{ disable(): Promise<void>; enable(): Promise<void> }>;
  };
}
interface Permissions {
  ExtensionPermissions: {
    add(id: string, granted: { permissions: string[]; origins: string[] }, of: Extension): Promise<void>;
  };
}
interface Registrar {
  registerFactory(cid: object, name: string, contract: string, factory: object): void;
}
interface Alert {
  name: string;
  title: string;
  text: string;
}
interface Observer {
  observe(subject: null, topic: string, name: string): void;
}

declare const ChromeUtils: { importESModule(url: string): unknown; generateQI(names: string[]): object };
declare const Ci: { nsIComponentRegistrar: object };
declare const Components: {
  manager: { QueryInterface(kind: object): Registrar };
  ID(text: string): object;
};
declare const Services: {
  io: { offline: boolean };
  locale: { availableLocales: string[]; requestedLocales: string[] };
  prefs: { setBoolPref(name: string, value: boolean): void };
};
declare const driver: {
  parent: Parent;
  /** makes a view known to WebDriver BiDi and answers its context */
  contextOf(view: ViewBrowser): string;
  shown: { alert: Alert; observer: Observer | null }[];
};

/** WebDriver BiDi knows tabs only: this lets it find the popup's panel and the event page as well. */
export function prepareWindow(): void {
  const load = <T>(url: string) => ChromeUtils.importESModule(url) as T;
  const { ExtensionParent } = load<{ ExtensionParent: Parent }>(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { NavigableManager } = load<{ NavigableManager: Navigables }>(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const views = new Map<string, ViewBrowser>();
  const inTabs = NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = (id) => inTabs(id) ?? views.get(id) ?? null;
  const contextOf = (view: ViewBrowser) => {
    view.permanentKey ??= {};
    const id = NavigableManager.getIdForBrowser(view);
    views.set(id, view);
    return id;
  };
  Object.assign(globalThis, { driver: { parent: ExtensionParent, contextOf, shown: [] } });
}

/** Stands in for the service that draws notifications, and keeps what it was told to show. */
export function keepNotifications(): void {
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService', 'nsIAlertsDoNotDisturb']),
    showAlert(alert: Alert, observer: Observer | null) {
      driver.shown.push({ alert: { name: alert.name, title: alert.title, text: alert.text }, observer });
      observer?.observe(null, 'alertshow', alert.name);
    },
    closeAlert() {},
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: () => service,
  };
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  const id = Components.ID(`{${crypto.randomUUID()}}`);
  registrar.registerFactory(id, 'kept alerts', '@mozilla.org/alerts-service;1', factory);
}

export function shownNotifications(): ShownNotification[] {
  return driver.shown.map(({ alert }) => ({ title: alert.title, message: alert.text }));
}

export function clickShown(title: string): boolean {
  const found = driver.shown.findLast(({ alert }) => alert.title === title);
  found?.observer?.observe(null, 'alertclickcallback', found.alert.name);
  return found !== undefined;
}

export async function wakeBackground(addonId: string): Promise<string | null> {
  const extension = driver.parent.GlobalManager.getExtension(addonId);
  await extension.wakeupBackground();
  const view = [...extension.views].find(({ viewType }) => viewType === 'background');
  return view ? driver.contextOf(view.xulBrowser) : null;
}

export function stopBackground(addonId: string): Promise<void> {
  const extension = driver.parent.GlobalManager.getExtension(addonId);
  return extension.terminateBackground({ ignoreDevToolsAttached: true });
}

export function backgroundState(addonId: string): string {
  return driver.parent.GlobalManager.getExtension(addonId).backgroundState;
}

export function clickAction(addonId: string): void {
  const extension = driver.parent.GlobalManager.getExtension(addonId);
  driver.parent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

export function toolbar(addonId: string): { text: string; title: string } {
  const extension = driver.parent.GlobalManager.getExtension(addonId);
  const { action } = driver.parent.apiManager.global.browserActionFor(extension);
  const { badgeText, title } = action.getContextData(null);
  return { text: badgeText, title };
}

export function panelContext(address: string): string | null {
  const browsers = document.querySelectorAll<ViewBrowser>('browser.webextension-popup-browser');
  // A popup loads out of sight first and then moves into its panel, where it gets another context.
  const shown = [...browsers].filter((each) => each.closest<Panel>('panel')?.state === 'open');
  const open = shown.find((each) => each.currentURI?.spec.startsWith(address));
  return open ? driver.contextOf(open) : null;
}

export function closePanels(): void {
  for (const panel of document.querySelectorAll<Panel>('panel')) {
    if (panel.querySelector('browser.webextension-popup-browser')) panel.hidePopup();
  }
}

/** Without a language pack Firefox keeps to English itself, yet tells extensions the language asked for. */
export async function speak(locale: string, addonId: string): Promise<void> {
  Services.locale.availableLocales = [locale, 'en-US'];
  Services.locale.requestedLocales = [locale];
  const url = 'resource://gre/modules/AddonManager.sys.mjs';
  const { AddonManager } = ChromeUtils.importESModule(url) as Addons;
  const addon = await AddonManager.getAddonByID(addonId);
  await addon.disable();
  await addon.enable();
}

/** Every question for a permission is answered yes, without being shown. */
export function allowAll(): void {
  Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
}

/** Writes a host into the browser's own list of what the person has allowed. */
export async function allowOrigin(addonId: string, pattern: string): Promise<void> {
  const url = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
  const { ExtensionPermissions } = ChromeUtils.importESModule(url) as Permissions;
  const extension = driver.parent.GlobalManager.getExtension(addonId);
  await ExtensionPermissions.add(addonId, { permissions: [], origins: [pattern] }, extension);
}

export function setOffline(offline: boolean): void {
  Services.io.offline = offline;
}
