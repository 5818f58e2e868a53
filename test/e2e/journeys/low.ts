import { beforeAll, expect, it } from 'vitest';
import { lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { startAgain } from '../../support/extension/restart.ts';
import { HOURS, passAndPoll } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

const NAME = 'Travel eSIM';

export const runningLow: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
  });

  it('tells by badge, tooltip and one notification that data runs low', async () => {
    const { browser, sandbox } = scene();
    await sandbox.control.lines.drain('esim', 300_000_000);
    await passAndPoll(scene(), 2 * HOURS, id);
    await until('the badge has fallen', async () => (await browser.badge()).text === '300M');
    expect((await browser.badge()).title).toBe(t('tooltipLine', NAME, t('tooltipLow', '300 MB')));
    await until('a notification', async () => (await browser.notifications()).length > 0);
    expect(await browser.notifications()).toEqual([
      { title: t('notifyLowTitle', NAME, '300 MB'), message: t('notifyLowMessage') },
    ]);
  });

  it('F05: says the same in the popup, in case no notification was seen', async () => {
    const popup = await scene().browser.openPopup();
    await popup.see(t('alertLow'));
    await popup.see('300');
    await popup.close();
  });

  it('F06: tells it once, however often the line is asked again', async () => {
    const { browser } = scene();
    for (let hours = 0; hours < 3; hours += 1) await passAndPoll(scene(), 2 * HOURS, id);
    await browser.stopBackground();
    await passAndPoll(scene(), 2 * HOURS, id);
    expect(await lineNow(browser, id)).toMatchObject({ state: 'low' });
    expect(await browser.notifications()).toHaveLength(1);
  });
  it('F06: nor after the browser was started again', async () => {
    const { browser } = scene();
    await startAgain(scene());
    await passAndPoll(scene(), 2 * HOURS, id);
    expect(await lineNow(browser, id)).toMatchObject({ state: 'low' });
    // Those that were shown since the start.
    expect(await browser.notifications()).toEqual([]);
  });
};
