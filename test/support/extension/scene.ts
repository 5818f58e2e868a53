import type { browser as extensionApi } from 'wxt/browser';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox-types.ts';
import type { Browser, BrowserKind, Page } from '../browsers/contract.ts';
import { type BuiltOptions, launch } from '../browsers/launch.ts';
import type { Mode } from '../run/builds.ts';

declare const browser: typeof extensionApi;

/** A carrier, and a browser with the extension, which knows nothing of it yet. */
export interface Scene {
  browser: Browser;
  sandbox: Sandbox;
  /** a page of the extension that shows nothing and from which the background can be asked */
  desk: Page;
  close(): Promise<void>;
}

export interface SceneOptions extends BuiltOptions {
  mode?: Mode;
  sandbox?: SandboxOptions;
}

export async function openScene(kind: BrowserKind, options: SceneOptions = {}): Promise<Scene> {
  const { mode = 'e2e', sandbox: carrier, ...launching } = options;
  const sandbox = await startSandbox({ speed: 0, ...carrier });
  try {
    const served = sandbox.dialects && { served: sandbox.dialects };
    const started = await launch(kind, mode, { ...served, ...launching });
    // An unpacked extension has its own redirect address in each folder, which the carrier must know.
    await sandbox.control.addRedirectUri(await started.background(() => browser.identity.getRedirectURL()));
    const close = async () => {
      await started.close();
      await sandbox.close();
    };
    return { browser: started, sandbox, desk: await started.openPage('manifest.json'), close };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
