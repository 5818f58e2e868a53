import type { Addons, Area, Driver, Permissions } from './firefox-internals.ts';

/*
 * What the person decides about an extension and about the browser. As in firefox-privileged.ts, each function is
 * sent as text.
 */

declare const ChromeUtils: { importESModule(url: string): unknown };
declare const Services: {
  io: { offline: boolean };
  locale: { availableLocales: string[]; requestedLocales: string[] };
  prefs: { setBoolPref(name: string, value: boolean): void };
};
declare const CustomizableUI: Area;
declare const driver: Driver;

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

/** Takes the toolbar button out of the menu of extensions. */
export function pinAction(addonId: string): void {
  const extension = driver.parent.GlobalManager.getExtension(addonId);
  const { id } = driver.parent.apiManager.global.browserActionFor(extension);
  CustomizableUI.addWidgetToArea(id, 'nav-bar');
}
