import { builtFolder, type Mode } from '../run/builds.ts';
import { Chromium } from './chromium.ts';
import type { Browser, BrowserKind, LaunchOptions } from './contract.ts';
import { Firefox, HOST } from './firefox.ts';
import { prepareProfile } from './firefox-profile.ts';
import { withProfile } from './profile.ts';

/**
 * The extension as `npm run build` or the end-to-end tests have built it. The environment variables
 * EXTENSION_DIR_CHROMIUM and EXTENSION_DIR_FIREFOX name another build.
 */
export function builtExtension(kind: BrowserKind, mode: Mode): string {
  const { EXTENSION_DIR_CHROMIUM, EXTENSION_DIR_FIREFOX } = process.env;
  return kind === 'chromium'
    ? (EXTENSION_DIR_CHROMIUM ?? builtFolder('chrome', mode))
    : (EXTENSION_DIR_FIREFOX ?? builtFolder('firefox', mode));
}

export type BuiltOptions = Omit<LaunchOptions, 'extensionDir'> & Partial<Pick<LaunchOptions, 'extensionDir'>>;

/** Starts a browser with the extension as it was built, or with the one that is named. */
export function launch(kind: BrowserKind, mode: Mode, options: BuiltOptions = {}): Promise<Browser> {
  const complete = { extensionDir: builtExtension(kind, mode), ...options };
  return kind === 'chromium' ? startedChromium(complete) : startedFirefox(complete);
}

function startedChromium(options: LaunchOptions): Promise<Browser> {
  return withProfile(async (profileDir) => {
    const chromium = new Chromium(profileDir, options);
    await chromium.start();
    return chromium;
  });
}

function startedFirefox(options: LaunchOptions): Promise<Browser> {
  return withProfile(async (profileDir) => {
    const addonId = await prepareProfile(profileDir, options, HOST);
    const firefox = new Firefox(profileDir, addonId, options);
    await firefox.start();
    return firefox;
  });
}
