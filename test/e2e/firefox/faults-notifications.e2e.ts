import { expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { insideOf } from '../../support/browsers/firefox.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const NAME = 'Travel eSIM';

/** Shows a notification with something more than Firefox knows; answers what it says against it. */
const refusal = async (more: object) => {
  const plain = { type: 'basic', iconUrl: '/icon/128.png', title: 'refused', message: 'refused' } as const;
  const shown = async () => browser.notifications.create({ ...plain, ...more });
  return shown().then(() => '', String);
};

const notifications: Journey = (scene) => {
  it('F04: Firefox refuses buttons and requireInteraction', async () => {
    const { browser: firefox } = scene();
    expect(await firefox.background(refusal, { buttons: [{ title: 'More' }] })).toContain('buttons');
    expect(await firefox.background(refusal, { requireInteraction: true })).toContain('requireInteraction');
    expect(await firefox.notifications()).toEqual([]);
  });

  const title = t('notifyLowTitle', NAME, '300 MB');
  let id = '';

  it('F04: the notification is shown all the same', async () => {
    const { browser: firefox, sandbox } = scene();
    id = await connect(scene(), 'esim');
    await sandbox.control.lines.drain('esim', 300_000_000);
    await pass(scene(), 3 * HOURS);
    await until('a notification', async () => (await firefox.notifications()).length > 0);
    expect(await firefox.notifications()).toEqual([{ title, message: t('notifyLowMessage') }]);
  });

  it('F09: a click on it after the event page has ended opens the place to act', async () => {
    const { browser: firefox } = scene();
    await firefox.stopBackground();
    expect(await insideOf(firefox).clickNotification(title)).toBe(true);
    const opened = await firefox.waitForPage((url) => url.endsWith(`options.html#top-up/${id}`));
    await opened.close();
  });
};

travel('firefox', 'notifications', notifications);
