import { builtFolder, type Mode } from '../run/builds.ts';
import { launchChromium } from './chromium.ts';
import type { Browser, BrowserKind, LaunchOptions } from './contract.ts';
import { launchFirefox } from './firefox.ts';

/** Starts a browser with the extension as `npm run build` or the end-to-end tests have built it. */
export function launch(
  kind: BrowserKind,
  mode: Mode,
  options: Omit<LaunchOptions, 'extensionDir'> = {},
): Promise<Browser> {
  return kind === 'chromium'
    ? launchChromium({ ...options, extensionDir: builtFolder('chrome', mode) })
    : launchFirefox({ ...options, extensionDir: builtFolder('firefox', mode) });
}
