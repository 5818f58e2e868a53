import type { Page } from '../browsers/contract.ts';
import { until } from '../until.ts';
import { t } from './person.ts';
import { attemptOf } from './rows.ts';
import type { Scene } from './scene.ts';

/** The popup's page in a tab, as a notification opens it, at one line. Several can be open, and none closes by itself. */
export async function popupAt({ browser }: Scene, lineId: string): Promise<Page> {
  const popup = await browser.openPage(`popup.html?line=${lineId}`);
  await popup.find('button', t('popupHelp'));
  return popup;
}

/** A click on "Refresh" in the popup. Settles when the poll that it began has ended. */
export async function refreshByHand(scene: Scene, popup: Page, lineId: string): Promise<void> {
  await polled(scene, lineId, () => popup.click('button', t('popupRefresh')));
}

/** Does something that leads to a poll of a line, and waits until that has ended. */
export async function polled(scene: Scene, lineId: string, cause: () => Promise<unknown>): Promise<void> {
  const before = (await attemptOf(scene, lineId)).recent.join();
  await cause();
  await until('another poll', async () => (await attemptOf(scene, lineId)).recent.join() !== before);
  await pollEnds(scene, lineId);
}

/** Waits until the poll of a line that is under way has ended. */
export async function pollEnds(scene: Scene, lineId: string): Promise<void> {
  await until('the end of a poll', async () => (await attemptOf(scene, lineId)).finishedAt !== null);
}
