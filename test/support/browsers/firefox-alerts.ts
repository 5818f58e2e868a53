import type { ShownNotification } from './contract.ts';
import type { Alert, Driver, Observer, Registrar } from './firefox-internals.ts';

/* Notifications, as Firefox's own code has them. As in firefox-privileged.ts, each function is sent as text. */

declare const ChromeUtils: { generateQI(names: string[]): object };
declare const Ci: { nsIComponentRegistrar: object };
declare const Components: {
  manager: { QueryInterface(kind: object): Registrar };
  ID(text: string): object;
};
declare const driver: Driver;

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
