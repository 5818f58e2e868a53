import { builtFolder, type Mode } from '../run/builds.ts';
import { launchChromium } from './chromium.ts';
import type { Browser, BrowserKind, LaunchOptions } from './contract.ts';
import { launchFirefox } from './firefox.ts';

/**
 * Starts a browser with the extension as `npm run build` or the end-to-end tests have built it. The environment
 * variables EXTENSION_DIR_CHROMIUM and EXTENSION_DIR_FIREFOX name another build.
 */
export function launch(
  kind: BrowserKind,
  mode: Mode,
  options: Omit<LaunchOptions, 'extensionDir'> = {},
): Promise<Browser> {
  const { EXTENSION_DIR_CHROMIUM, EXTENSION_DIR_FIREFOX } = process.env;
  return kind === 'chromium'
    ? launchChromium({ ...options, extensionDir: EXTENSION_DIR_CHROMIUM ?? builtFolder('chrome', mode) })
    : launchFirefox({ ...options, extensionDir: EXTENSION_DIR_FIREFOX ?? builtFolder('firefox', mode) });
}
