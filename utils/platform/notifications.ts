import { browser } from 'wxt/browser';

/** Firefox has none, and refuses a notification that asks for one. */
const HAS_BUTTONS = import.meta.env.BROWSER !== 'firefox';

export interface Notice {
  /** says what a click does: `alert:<line id>:<key>`; the same id replaces an older notification */
  id: string;
  title: string;
  message: string;
  /** the words of a button beside it */
  snooze?: string;
}

/** Shows a notification. It may go unseen (no daemon, focus mode): the badge and the popup carry the same fact. */
export async function notify(notice: Notice): Promise<void> {
  await browser.notifications
    .create(notice.id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: notice.title,
      message: notice.message,
      ...(HAS_BUTTONS && notice.snooze && { buttons: [{ title: notice.snooze }] }),
    })
    .catch(() => undefined);
}

/** Takes away what is shown of a line; and the list of several lines, which may name it. */
export async function clearNotifications(ofLine: string): Promise<void> {
  const all = await browser.notifications.getAll().catch(() => ({}));
  const own = Object.keys(all).filter((id) => id.startsWith(`line:${ofLine}:`) || id === 'lines:');
  await Promise.all(own.map((id) => browser.notifications.clear(id)));
}

/** Registered at top level of the background. */
export function listenToNotifications(onClicked: (id: string) => void, onSnooze: (id: string) => void): void {
  const answer = (work: (id: string) => void) => (id: string) => {
    browser.notifications.clear(id).catch(() => undefined);
    work(id);
  };
  browser.notifications.onClicked.addListener(answer(onClicked));
  if (HAS_BUTTONS) browser.notifications.onButtonClicked.addListener(answer(onSnooze));
}
