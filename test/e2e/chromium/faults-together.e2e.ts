import { beforeAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { LINE_IDS } from '../../sandbox/vocabulary.ts';
import { fireAlarm } from '../../support/browsers/alarms.ts';
import { glance, simulateTime } from '../../support/extension/commands.ts';
import { t } from '../../support/extension/person.ts';
import { pollEnds, popupAt } from '../../support/extension/popup.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import {
  alarmRuns,
  asked,
  balanceOf,
  becomes,
  haveNews,
  holdAnswers,
  ownLine,
  pollsOf,
  standBy,
} from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

/** Longer than a run begins new polls. */
const RUN = 26_000;

const twoAtOnce: Journey = (scene) => {
  beforeAll(() => standBy(scene()));

  it('A15: a refresh by hand and an alarm in the middle of it ask the carrier once', async () => {
    const id = await ownLine(scene(), 'esim');
    const answer = await holdAnswers(scene(), balanceOf('esim'));
    await haveNews(scene(), 'esim');
    const popup = await popupAt(scene(), id);
    await popup.click('button', t('popupRefresh'));
    await asked(scene(), 'esim', 1);
    await pass(scene(), 3 * HOURS);
    await alarmRuns(scene());
    await answer();
    await pollEnds(scene(), id);
    await popup.see(t('popupResultRead'));
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
    await popup.close();
  });

  it('A15: a refresh by hand in the middle of a poll by alarm is told that it is under way', async () => {
    const id = await ownLine(scene(), 'esim');
    const answer = await holdAnswers(scene(), balanceOf('esim'));
    const popup = await popupAt(scene(), id);
    await pass(scene(), 3 * HOURS);
    await asked(scene(), 'esim', 1);
    await popup.click('button', t('popupRefresh'));
    await popup.see(t('popupResultInProgress'));
    await answer();
    await pollEnds(scene(), id);
    await becomes(scene(), id, 'read', ({ refreshing, failure }) => !refreshing && failure === null);
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
    await popup.close();
  });

  it('A16: two popups that refresh the same line ask the carrier once, and both show what it said', async () => {
    const id = await ownLine(scene(), 'esim');
    const answer = await holdAnswers(scene(), balanceOf('esim'));
    await scene().sandbox.control.lines.drain('esim', 1_230_000_000);
    const popups = [await popupAt(scene(), id), await popupAt(scene(), id)];
    await Promise.all(popups.map((popup) => popup.click('button', t('popupRefresh'))));
    await until('one of them is told to wait', async () => {
      const texts = await Promise.all(popups.map((popup) => popup.text()));
      return texts.some((text) => text.includes(t('popupResultInProgress')));
    });
    await answer();
    await pollEnds(scene(), id);
    for (const popup of popups) await popup.see(/1\.23\s*GB/);
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
    for (const popup of popups) await popup.close();
  });

  it('A05: many slow carriers are asked four at a time, and those for whom a run is too short in the next', async () => {
    const { browser, sandbox } = scene();
    const ids: string[] = [];
    for (const lineId of [...LINE_IDS, ...LINE_IDS]) ids.push(await ownLine(scene(), lineId));
    const since = (await sandbox.control.state()).now;
    const polls = () => sandbox.log().filter(({ path }) => path.endsWith('/balance'));
    const checked = async () => {
      const lines = (await glance(browser))?.lines ?? [];
      return lines.filter(({ id, checkedAt }) => ids.includes(id) && (checkedAt ?? '') > since).length;
    };
    const ringForTheRest = async () => {
      await until('an alarm for the rest', () => browser.background(isDueSet));
      await fireAlarm(browser, 'due');
    };
    const runs: number[] = [];
    for (let alarm = 0; (await checked()) < ids.length; alarm += 1) {
      const before = polls().length;
      const answer = await holdAnswers(scene(), '/v1/lines/*');
      if (alarm === 0) await pass(scene(), 3 * HOURS);
      else await ringForTheRest();
      const atOnce = Math.min(4, ids.length - before);
      await until('a run that is busy', () => polls().length === before + atOnce);
      await simulateTime(browser, await sandbox.control.clock.advance(RUN));
      await answer();
      await until('the end of the run', async () => (await checked()) === before + atOnce);
      runs.push(polls().length - before);
    }
    expect(runs).toEqual([4, 4, 2]);
  });
};

async function isDueSet(): Promise<boolean> {
  return (await browser.alarms.get('due')) !== undefined;
}

travel('chromium', 'two at once', twoAtOnce);
