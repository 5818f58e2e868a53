import type { LaunchOptions } from './contract.ts';

type Preferences = Record<string, string | number | boolean>;

/** Where Firefox would ask its maker's servers something by itself. */
const QUIET: Preferences = {
  'app.normandy.api_url': '',
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.provider.network.url': '',
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'toolkit.telemetry.server': '',
};

/** No welcome, no animation, no questions about itself, and no processes in case that they should be needed. */
const PLAIN: Preferences = {
  'browser.aboutwelcome.enabled': false,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.screenshots.disabled': true,
  'security.sandbox.warn_unprivileged_namespaces': false,
  'startup.homepage_welcome_url': '',
  'toolkit.cosmeticAnimations.enabled': false,
  'ui.prefersReducedMotion': 1,
};

/** The extension is loaded from its folder, under an id that stays the same. */
const EXTENSION: Preferences = {
  'extensions.autoDisableScopes': 0,
  'extensions.installDistroAddons': false,
  'extensions.startupScanScopes': 15,
  'remote.active-protocols': 1,
  'xpinstall.signatures.required': false,
};

/** The text of a profile's `user.js`. `hosts`: of the pages of extensions, by the extension's id */
export function preferences(
  options: Omit<LaunchOptions, 'extensionDir'>,
  hosts: Record<string, string>,
): string {
  const all: Preferences = {
    ...QUIET,
    ...PLAIN,
    ...EXTENSION,
    'extensions.webextensions.uuids': JSON.stringify(hosts),
    'intl.accept_languages': `${options.locale ?? 'en-US'}, en`,
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    ...hostPreferences(options.served),
    ...(options.alwaysPrivate && { 'browser.privatebrowsing.autostart': true }),
    ...options.preferences,
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return `${lines.join('\n')}\n`;
}

/** The served names lead to this computer; Firefox's own servers are not among them. */
function hostPreferences(served: LaunchOptions['served']): Preferences {
  if (!served) return {};
  const { hosts, plainHosts, port, plainPort } = served;
  return {
    'network.dns.localDomains': [...hosts, ...plainHosts].join(','),
    'network.dns.disableIPv6': true,
    'network.socket.forcePort': `443=${port};80=${plainPort}`,
  };
}
