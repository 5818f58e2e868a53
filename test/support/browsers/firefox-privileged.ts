import type { Driver, Navigables, Panel, Parent, ViewBrowser } from './firefox-internals.ts';

/*
 * What Firefox lets only its own code do. Each function is sent as text and runs in the browser's window with
 * full rights (--remote-allow-system-access): it sees its arguments and what `prepareWindow` left there.
 */

declare const ChromeUtils: { importESModule(url: string): unknown };
declare const driver: Driver;

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
