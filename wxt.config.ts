import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { withoutWhatPagesRead } from './build/for-pages.ts';
import { secondPass } from './build/second-pass.ts';
import { withShortMessages } from './build/short-messages.ts';
import { withoutUnusedParts } from './build/unused-parts.ts';

/** Trusted types are a second wall: no script of ours may hand a string to a DOM sink. */
const CSP = (browser: string) => [
  "default-src 'none'",
  "script-src 'self'",
  // Firefox's background reads in a frame of its own what Chromium's reads in an offscreen document.
  ...(browser === 'firefox' ? ["frame-src 'self'"] : []),
  "style-src 'self'",
  "img-src 'self' data:",
  // Carriers are asked from here; which ones is decided by the host permissions the person gives.
  'connect-src https: http:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // The one policy of utils/platform/html-inert.ts, for documents that are never shown.
  'trusted-types inert-html',
];

const PERMISSIONS = [
  'alarms',
  'contextMenus',
  // The Referer that some devices want; warns of nothing, and reaches no host beyond those that are allowed.
  'declarativeNetRequestWithHostAccess',
  'identity',
  'notifications',
  'storage',
  'unlimitedStorage',
];

const BASICS =
  /\/utils\/domain\/(?:instant|intl|format)\.ts$|\/utils\/platform\/own-page\.ts$|\/wxt\/dist\/browser|vite\/preload-helper|wxt-html-plugins/;
const FIRST_PAINT =
  /\/entrypoints\/popup\/(?:Popup\.tsx|page-look\.ts|actions\.ts)$|\/utils\/platform\/language\.ts$/;

/**
 * What the popup needs for its first paint is one script, with all that those files import, as several compress less
 * well; what the page that reads apart shares with it is another, so that it loads no pictures, and nothing that
 * wants more of the browser than an offscreen document is given.
 */
const SHARED_SCRIPTS = [
  { name: 'basics', test: BASICS, priority: 1 },
  { name: 'first-paint', test: FIRST_PAINT },
];

const CLOCK = fileURLToPath(new URL('./utils/platform/clock.ts', import.meta.url));
const SIMULATED_CLOCK = fileURLToPath(new URL('./test/support/simulated-clock.ts', import.meta.url));

const SCHEMA_CALL =
  /(?<![\w.])(?=(?:z\.\w+|byName|oneOf|listOf|oneOrMany|orUnknown|flag|spelledFlag|whole)\()/g;

/**
 * Says of every schema in our own files that making it does nothing else, so that a page which imports a provider's
 * declaration does not carry the schemas of its answers.
 */
const pureSchemas = {
  name: 'pure-schemas',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    return /\/utils\/[^?]*\.ts$/.test(id) ? code.replace(SCHEMA_CALL, '/* @__PURE__ */ ') : null;
  },
};

/**
 * A page names what it needs at once; for what is fetched later there is nothing to gain, and naming it costs the popup
 * milliseconds before its first paint. Styles must be named all the same, or they would not come.
 */
const preloadedBy = (_file: string, needed: string[], { hostType }: { hostType: 'html' | 'js' }) =>
  hostType === 'html' ? needed : needed.filter((name) => name.endsWith('.css'));

/** The end-to-end build differs in one module: its clock can be set. */
const simulatedClock = {
  name: 'simulated-clock',
  enforce: 'pre' as const,
  async resolveId(
    this: { resolve: (s: string, i?: string, o?: { skipSelf: boolean }) => Promise<{ id: string } | null> },
    source: string,
    importer: string | undefined,
  ) {
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found?.id === CLOCK ? SIMULATED_CLOCK : null;
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}-{{mode}}',
  zip: { artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip' },
  vite: ({ mode }) => ({
    plugins: [pureSchemas, withoutUnusedParts, ...(mode === 'e2e' ? [simulatedClock] : [])],
    // WXT says more outside production; but for the clock the end-to-end build is what is published.
    define: mode === 'e2e' ? { 'import.meta.env.MODE': '"production"' } : {},
    build: {
      modulePreload: { polyfill: false, resolveDependencies: preloadedBy },
      minify: true,
      target: 'es2024',
      // Nothing of ours happens where a property or a global of the browser is merely read.
      rolldownOptions: { treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false } },
    },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.splice(0, files.length, ...files.map(withShortMessages));
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background')) {
        config.plugins = [...(config.plugins ?? []), withoutWhatPagesRead, secondPass];
      } else if (entrypoints.every(({ type }) => type !== 'unlisted-script')) {
        const output = { codeSplitting: { groups: SHARED_SCRIPTS } };
        Object.assign(config, mergeConfig(config, { build: { rolldownOptions: { output } } }));
      }
    },
    'build:manifestGenerated': (_, manifest) => {
      // WXT takes a page of this name for one in the place of the browser's own history.
      delete manifest.chrome_url_overrides;
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    incognito: 'spanning',
    permissions: [...PERMISSIONS, ...(browser === 'firefox' ? [] : ['offscreen'])],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: CSP(browser).join('; ') },
    action: {
      default_title: '__MSG_extensionName__',
      // Firefox would put it into its panel of extensions, where nobody sees a badge.
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+B' } } },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'data-balance@data-balance.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['authenticationInfo', 'personallyIdentifyingInfo'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '148' }),
  }),
});
