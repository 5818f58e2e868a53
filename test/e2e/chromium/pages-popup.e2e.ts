import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { command, lineNow, simulateTime } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { popupAt } from '../../support/extension/popup.ts';
import { attemptOf } from '../../support/extension/rows.ts';
import { HOURS } from '../../support/extension/time.ts';
import { balanceOf, becomes, pollsOf } from '../../support/extension/watch.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

const FIGURE = '3.14 GB';
const CLOSINGS = 50;
/** How long the carrier takes, so that some popups close before, some within and some after the poll. */
const ANSWER_MS = 60;

const popups: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
  });

  it('F11: opened offline with a dead background, the popup shows the stored figure and how old it is', async () => {
    const { browser, desk } = scene();
    await browser.setOffline(true);
    await browser.stopBackground();
    const popup = await browser.openPage(`popup.html?line=${id}`);
    await popup.see(FIGURE);
    await popup.see(/checked .*(?:now|ago)/);
    expect(await popup.text()).not.toContain(t('popupOpening'));
    await command(desk, 'refresh', { lineId: id });
    await popup.see(t('failureOfflineTitle'));
    await popup.see(FIGURE);
    await browser.setOffline(false);
    await popup.click('button', t('popupRefresh'));
    await becomes(scene(), id, 'read', ({ failure }) => failure === null);
    await popup.close();
  });

  it('F12: closed at any moment of a refresh, the popup leaves no poll half done', async () => {
    const { browser, sandbox } = scene();
    const random = seededRandom(12);
    await sandbox.control.faults.add({ path: balanceOf('esim'), fault: { kind: 'latency', ms: ANSWER_MS } });
    for (let closing = 0; closing < CLOSINGS; closing += 1) {
      await simulateTime(browser, await sandbox.control.clock.advance(2 * HOURS));
      const { startedAt } = await attemptOf(scene(), id);
      const popup = await popupAt(scene(), id);
      await popup.click('button', t('popupRefresh'));
      await pause(random() * 3 * ANSWER_MS);
      await popup.close();
      await until('the poll has ended', async () => {
        const attempt = await attemptOf(scene(), id);
        return attempt.startedAt > startedAt && attempt.finishedAt !== null;
      });
    }
    await becomes(scene(), id, 'at rest', ({ refreshing, failure }) => !refreshing && failure === null);
    expect(pollsOf(scene(), 'esim').filter(({ status }) => status === null)).toEqual([]);
    expect((await lineNow(browser, id)).headline).toMatchObject({ kind: 'data', remaining: 3_140_000_000 });
    await sandbox.control.faults.clear();
  });
};

travel('chromium', 'popup', popups);
