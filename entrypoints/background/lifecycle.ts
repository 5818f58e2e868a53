import { browser } from 'wxt/browser';
import type { Deps } from '../../utils/app/deps.ts';
import { openOptions } from '../../utils/platform/tabs.ts';
import { layMenu } from './menu.ts';

/**
 * Install, update and browser start. Nothing here is needed for polling, as the background restores alarm and
 * badge whenever it starts; the menu is laid and a first install opens the first page.
 */
export function listenToLifecycle(whenReady: (work: () => Promise<unknown>) => void, deps: Deps): void {
  browser.runtime.onInstalled.addListener(({ reason }) =>
    whenReady(async () => {
      await layMenu(deps);
      if (reason === 'install' && (await deps.store.lines()).length === 0) await openOptions('#add');
    }),
  );
  browser.runtime.onStartup.addListener(() => whenReady(() => layMenu(deps)));
}
