import { beforeAll, expect, it } from 'vitest';
import { lineNow } from '../../support/extension/commands.ts';
import { t } from '../../support/extension/person.ts';
import { polled, popupAt, refreshByHand } from '../../support/extension/popup.ts';
import { historyOf } from '../../support/extension/rows.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { balanceOf, fails, haveNews, ownLine, pollsOf, standBy } from '../../support/extension/watch.ts';
import { type Journey, travel } from '../journey.ts';

const REDIRECTS = [301, 302, 303, 307, 308] as const;

const portals: Journey = (scene) => {
  beforeAll(() => standBy(scene()));

  it('C12: a captive portal gets neither the request nor the token, and is named in the popup', async () => {
    const { browser, sandbox } = scene();
    const id = await ownLine(scene(), 'esim');
    const { headline, checkedAt } = await lineNow(browser, id);
    await sandbox.control.faults.add({
      path: balanceOf('esim'),
      fault: { kind: 'redirect', to: `${sandbox.otherOrigin.url}/login` },
    });
    const popup = await popupAt(scene(), id);
    await refreshByHand(scene(), popup, id);
    await popup.see(t('failureInterceptedTitle'));
    await popup.see(t('failureInterceptedHelp'));
    expect(await lineNow(browser, id)).toMatchObject({ headline, checkedAt });
    expect(pollsOf(scene(), 'esim')).toMatchObject([{ status: 302 }]);
    expect(sandbox.otherOrigin.log()).toEqual([]);
    await popup.close();
  });

  it('C13: a login page in place of the figures is no figure, and nobody is alarmed by it', async () => {
    const { browser, sandbox } = scene();
    const id = await ownLine(scene(), 'esim');
    await haveNews(scene(), 'esim');
    const { headline } = await lineNow(browser, id);
    const [history, badge, told] = [
      await historyOf(scene(), id),
      await browser.badge(),
      await browser.notifications(),
    ];
    await sandbox.control.faults.add({ path: balanceOf('esim'), fault: { kind: 'html' } });
    const popup = await popupAt(scene(), id);
    await refreshByHand(scene(), popup, id);
    await fails(scene(), id, 'intercepted');
    await popup.see(t('failureInterceptedTitle'));
    expect((await lineNow(browser, id)).headline).toEqual(headline);
    expect(await historyOf(scene(), id)).toEqual(history);
    expect(await browser.badge()).toEqual(badge);
    expect(await browser.notifications()).toEqual(told);
    await popup.close();
  });

  it('C14: no redirect of any kind carries the token to another origin', async () => {
    const { sandbox } = scene();
    const id = await ownLine(scene(), 'esim');
    for (const status of REDIRECTS) {
      await sandbox.control.faults.clear();
      await sandbox.control.faults.add({
        path: balanceOf('esim'),
        fault: { kind: 'redirect', to: 'other-origin', status },
      });
      await polled(scene(), id, () => pass(scene(), 7 * HOURS));
      await fails(scene(), id, 'intercepted');
    }
    expect(pollsOf(scene(), 'esim').map(({ status }) => status)).toEqual([...REDIRECTS]);
    expect(pollsOf(scene(), 'esim').every(({ headers }) => headers.authorization?.startsWith('Bearer'))).toBe(
      true,
    );
    expect(sandbox.otherOrigin.log()).toEqual([]);
  });

  it('C21: the carrier sees no cookie of the browser and no referrer, though it has set a cookie', async () => {
    const { browser, sandbox } = scene();
    const id = await ownLine(scene(), 'esim');
    const site = await browser.openUrl(sandbox.url);
    await site.evaluate(() => cookieStore.set('signed-in', 'yes'));
    await site.reload();
    expect(sandbox.log().at(-1)).toMatchObject({ cookies: true });
    await sandbox.control.clearLog();
    const popup = await popupAt(scene(), id);
    await refreshByHand(scene(), popup, id);
    expect(pollsOf(scene(), 'esim')).toMatchObject([
      { cookies: false, referer: false, headers: { 'cache-control': 'no-cache' } },
    ]);
    await popup.close();
    await site.close();
  });
};

travel('chromium', 'captive portals', portals);
