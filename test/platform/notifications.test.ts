import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToNotifications, notify } from '../../utils/platform/notifications.ts';

const NOTICE = { id: 'line:l1:low', title: 'Phone: 300 MB left', message: 'Data is getting low.' };

beforeEach(() => fakeBrowser.reset());

afterEach(() => vi.restoreAllMocks());

it('has a button beside it where there are words for one', async () => {
  const create = vi.spyOn(fakeBrowser.notifications, 'create');
  await notify({ ...NOTICE, snooze: 'Pause for a day' });
  await notify({ ...NOTICE, id: 'lines:' });
  const buttons = create.mock.calls.map(([, options]) => (options as { buttons?: unknown }).buttons);
  expect(buttons).toEqual([[{ title: 'Pause for a day' }], undefined]);
});

it('tells a click on it from a click on its button, and goes with either', async () => {
  const clear = vi.spyOn(fakeBrowser.notifications, 'clear');
  const heard: string[] = [];
  listenToNotifications(
    (id) => heard.push(`open ${id}`),
    (id) => heard.push(`pause ${id}`),
  );
  await fakeBrowser.notifications.onButtonClicked.trigger(NOTICE.id, 0);
  await fakeBrowser.notifications.onClicked.trigger('lines:');
  expect(heard).toEqual([`pause ${NOTICE.id}`, 'open lines:']);
  expect(clear.mock.calls).toEqual([[NOTICE.id], ['lines:']]);
});
