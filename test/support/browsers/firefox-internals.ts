/*
 * The parts of Firefox's own code that the driver calls, as far as it calls them. There are no published types.
 */

export interface ViewBrowser extends HTMLElement {
  permanentKey?: object;
  currentURI?: { spec: string };
}
export interface Panel extends HTMLElement {
  state: string;
  hidePopup(): void;
}
export interface Extension {
  backgroundState: string;
  views: Set<{ viewType: string; xulBrowser: ViewBrowser }>;
  wakeupBackground(): Promise<void>;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}
export interface Navigables {
  getIdForBrowser(browser: ViewBrowser): string;
  getBrowserById(id: string): ViewBrowser | null;
}
export interface ToolbarButton {
  /** of the widget */
  id: string;
  triggerAction(of: Window): void;
  action: { getContextData(of: null): { badgeText: string; title: string } };
}
export interface Parent {
  GlobalManager: { getExtension(id: string): Extension };
  apiManager: { global: { browserActionFor(extension: Extension): ToolbarButton } };
}
export interface Addons {
  AddonManager: {
    getAddonByID(id: string): Promise<{ disable(): Promise<void>; enable(): Promise<void> }>;
  };
}
export interface Permissions {
  ExtensionPermissions: {
    add(id: string, granted: { permissions: string[]; origins: string[] }, of: Extension): Promise<void>;
  };
}
export interface Area {
  addWidgetToArea(widget: string, area: 'nav-bar'): void;
}
export interface Registrar {
  registerFactory(cid: object, name: string, contract: string, factory: object): void;
}
export interface Alert {
  name: string;
  title: string;
  text: string;
}
export interface Observer {
  observe(subject: null, topic: string, name: string): void;
}

/** What `prepareWindow` leaves in the browser's window. */
export interface Driver {
  parent: Parent;
  /** makes a view known to WebDriver BiDi and answers its context */
  contextOf(view: ViewBrowser): string;
  shown: { alert: Alert; observer: Observer | null }[];
}
