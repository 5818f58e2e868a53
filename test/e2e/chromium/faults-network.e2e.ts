import { expect, it } from 'vitest';
import type { Fault } from '../../sandbox/fault-types.ts';
import { command, glance, lineNow } from '../../support/extension/commands.ts';
import { t } from '../../support/extension/person.ts';
import { popupAt, refreshByHand } from '../../support/extension/popup.ts';
import { attemptOf } from '../../support/extension/rows.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { asked, balanceOf, becomes, fails, ownLine, pollsOf } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

/** Longer than any back-off. */
const LONG = 7 * HOURS;

const badNetworks: Journey = (scene) => {
  const meets = (fault: Fault) => scene().sandbox.control.faults.add({ path: balanceOf('esim'), fault });

  it('C10: without a network the figure stays, nobody is blamed, and the wait does not grow', async () => {
    const { browser, sandbox } = scene();
    const id = await ownLine(scene(), 'esim');
    const { headline } = await lineNow(browser, id);
    await browser.setOffline(true);
    try {
      for (let times = 0; times < 3; times += 1) {
        const before = (await attemptOf(scene(), id)).recent.length;
        await pass(scene(), LONG);
        await until('an attempt', async () => (await attemptOf(scene(), id)).recent.length > before);
        const line = await fails(scene(), id, 'offline');
        expect(await attemptOf(scene(), id)).toMatchObject({ failures: 1 });
        expect(line.headline).toEqual(headline);
      }
      const popup = await popupAt(scene(), id);
      await popup.see(t('failureOfflineTitle'));
      await popup.find('button', t('popupRetry'));
      await popup.close();
      expect(pollsOf(scene(), 'esim')).toEqual([]);
    } finally {
      await browser.setOffline(false);
    }
    await sandbox.control.lines.drain('esim', 4_000_000_000);
    await pass(scene(), LONG);
    await becomes(scene(), id, 'read again', ({ failure }) => failure === null);
  });
};

travel('chromium', 'bad networks', badNetworks);
