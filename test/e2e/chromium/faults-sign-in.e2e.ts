import { beforeAll, expect, it } from 'vitest';
import { simulateTime } from '../../support/extension/commands.ts';
import { addBySignIn, LINE_NAMES, t } from '../../support/extension/person.ts';
import { popupAt, refreshByHand } from '../../support/extension/popup.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import {
  alarmRuns,
  balanceOf,
  becomes,
  fails,
  holdAnswers,
  ownLine,
  pollsOf,
} from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

const signIns: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await addBySignIn(scene(), 'esim');
    await scene().sandbox.control.clearLog();
  });

  const renewals = () =>
    scene()
      .sandbox.log()
      .filter(({ path }) => path === '/oauth/token');
  /** Two days in which the schedule has nothing to stop it. */
  const daysPass = async () => {
    const { browser, sandbox } = scene();
    for (let days = 0; days < 2; days += 1) {
      await simulateTime(browser, await sandbox.control.clock.advance(24 * HOURS));
      await alarmRuns(scene());
    }
  };

  it('A18: two that find one token ended renew it once, and nobody is signed out', async () => {
    const { sandbox } = scene();
    await sandbox.control.tokens.expireAccess();
    const renew = await holdAnswers(scene(), '/oauth/token');
    const [figures, offers] = [await popupAt(scene(), id), await popupAt(scene(), id)];
    await figures.click('button', t('popupRefresh'));
    await offers.click('button', t('topUpTitle'));
    const refused = () => sandbox.log().filter(({ status }) => status === 401).length;
    await until('both refused, and one renewing', () => refused() === 2 && renewals().length > 0);
    await renew();
    await figures.see(t('popupResultUnchanged'));
    await offers.see(/Data 1 GB/);
    expect(renewals()).toMatchObject([{ status: 200 }]);
    await pass(scene(), 3 * HOURS);
    await until('the new refresh token is good', () => renewals().length === 2);
    await until('another answer', () => [200, 304].includes(pollsOf(scene(), 'esim')[2]?.status ?? 0));
    await figures.close();
    await offers.close();
  });

  it.each([401, 403])(
    'C18: after a %d to a token nothing is asked any more, and the person is told once',
    async (status) => {
      const { browser, sandbox } = scene();
      const own = await ownLine(scene(), 'data-card');
      const told = (await browser.notifications()).length;
      await sandbox.control.faults.add({ path: balanceOf('data-card'), fault: { kind: 'status', status } });
      await pass(scene(), 3 * HOURS);
      await fails(scene(), own, 'signed-out');
      await until('the badge asks for help', async () => (await browser.badge()).text === '!');
      const { title } = await browser.badge();
      expect(title).toContain(t('tooltipLine', LINE_NAMES['data-card'], t('tooltipSignedOut')));
      await daysPass();
      expect(pollsOf(scene(), 'data-card')).toMatchObject([{ status }]);
      const notices = (await browser.notifications()).slice(told).map(({ title }) => title);
      expect(notices).toEqual([t('notifySignInTitle', LINE_NAMES['data-card'])]);
      const popup = await popupAt(scene(), own);
      await popup.see(t('failureSignedOutTitle'));
      await popup.find('button', t('popupSignIn'));
      await popup.close();
    },
  );

  it('C18: a sign-in that has ended is renewed once in vain, then left to the person', async () => {
    const { sandbox } = scene();
    await becomes(scene(), id, 'signed in', ({ failure }) => failure === null);
    await sandbox.control.clearLog();
    await sandbox.control.tokens.revoke();
    const popup = await popupAt(scene(), id);
    await refreshByHand(scene(), popup, id);
    await fails(scene(), id, 'signed-out');
    await popup.see(t('failureSignedOutHelp'));
    await daysPass();
    expect(pollsOf(scene(), 'esim').map(({ status }) => status)).toEqual([401]);
    expect(renewals().map(({ status }) => status)).toEqual([400]);
    await popup.find('button', t('popupSignIn'));
    await popup.close();
  });
};

travel('chromium', 'sign-ins', signIns);
