import { browser } from 'wxt/browser';
import type { Deps } from '../../utils/app/deps.ts';
import { nowOf } from '../../utils/app/deps.ts';
import { pauseAlerts } from '../../utils/app/pause-alerts.ts';
import { pollAndShow } from '../../utils/app/poll-due.ts';
import { tomorrowMorning } from '../../utils/domain/calendar.ts';
import type { MessageKey } from '../../utils/domain/words.ts';
import { openOptions } from '../../utils/platform/tabs.ts';

const TITLES: Record<string, MessageKey> = {
  refresh: 'menuRefresh',
  'top-up': 'menuTopUp',
  'pause-alerts': 'menuPauseAlerts',
  options: 'menuOptions',
};

/** The menu of the toolbar icon. Registered at top level of the background. */
export function listenToMenu(deps: Deps, whenReady: (work: () => Promise<unknown>) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) =>
    whenReady(() => choose(deps, String(menuItemId))),
  );
}

/** Menus outlive the background in both browsers but not an update, so they are laid anew. */
export async function layMenu(deps: Deps): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, title] of Object.entries(TITLES))
    browser.contextMenus.create({ id, title: deps.words.t(title), contexts: ['action'] });
}

async function choose(deps: Deps, id: string): Promise<void> {
  if (id === 'refresh') await pollAndShow(deps, null);
  if (id === 'pause-alerts') await pauseAlerts(deps, null, tomorrowMorning(nowOf(deps), deps.zone));
  if (id === 'options') await openOptions();
  if (id === 'top-up') {
    const lineId = (await deps.store.glance())?.badge.lineId;
    await openOptions(lineId ? `#top-up/${lineId}` : '#lines');
  }
}
