import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../bootstrap/find.mjs';
import { chooseFolder, saveAsUsual } from './chromium-saving.ts';
import type { LaunchOptions } from './contract.ts';

/** Nothing leaves the computer: every name but the mapped ones is unknown. */
function resolverRules(served: LaunchOptions['served']): string {
  const { hosts = [], port, plainHosts = [], plainPort } = served ?? {};
  const mapped = [
    ...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`),
    ...plainHosts.map((host) => `MAP ${host}:80 127.0.0.1:${plainPort}`),
  ];
  return [...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ');
}

/** A process that answers for no one: as root Chromium's own sandbox does not start. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts Chromium on a profile, with the extension loaded in place. */
export async function startChromium(profileDir: string, options: LaunchOptions): Promise<BrowserContext> {
  const program = findChromium();
  if (program === null) throw new Error('no Chromium found; set CHROMIUM to its program');
  await chooseFolder(profileDir);
  const extension = path.resolve(options.extensionDir);
  const language = options.locale ?? 'en-US';
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: program,
    headless: options.headed !== true,
    viewport: options.headed === true ? null : { width: 1000, height: 800 },
    colorScheme: options.colorScheme ?? (options.headed === true ? null : 'light'),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: {
      ...process.env,
      LANGUAGE: language.replace('-', '_'),
      ...(options.timezone && { TZ: options.timezone }),
      ...(options.desktop && { DBUS_SESSION_BUS_ADDRESS: await options.desktop.open(profileDir) }),
    },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...AS_ROOT,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${language}`,
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      `--host-resolver-rules=${resolverRules(options.served)}`,
      ...(options.served ? [`--ignore-certificate-errors-spki-list=${options.served.certificate.spki}`] : []),
    ],
  });
  if (isBranded(program)) await loadUnpacked(context, extension);
  await saveAsUsual(context.browser());
  return context;
}

/** Google's own Chrome takes no --load-extension since version 137; the debugging pipe still loads one. */
async function loadUnpacked(context: BrowserContext, extension: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.loadUnpacked', { path: extension });
}

function isBranded(program: string): boolean {
  return /google.chrome|chrome\.exe$|\/chrome$/i.test(program);
}
