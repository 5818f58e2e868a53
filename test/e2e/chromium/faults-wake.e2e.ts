import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { toInstant, toMs } from '../../../utils/domain/instant.ts';
import { fireAlarm } from '../../support/browsers/alarms.ts';
import { command, simulateTime } from '../../support/extension/commands.ts';
import { t } from '../../support/extension/person.ts';
import { pollEnds, popupAt, refreshByHand } from '../../support/extension/popup.ts';
import { alarmsOf } from '../../support/extension/restart.ts';
import { attemptOf } from '../../support/extension/rows.ts';
import { DAYS, HOURS, MINUTES, passAsleep } from '../../support/extension/time.ts';
import {
  asked,
  becomes,
  fails,
  heldLocks,
  ownLine,
  pollsOf,
  standBy,
} from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const MONTH = 30 * DAYS;

const wokenWorkers: Journey = (scene) => {
  beforeAll(() => standBy(scene()));

  it('A14: a worker that sleeps hears the message, the alarm and the change of access that wake it', async () => {
    const { browser, sandbox, desk } = scene();
    const id = await ownLine(scene(), 'esim');
    await browser.stopBackground();
    expect((await command(desk, 'state', {})).lines.map((line) => line.id)).toContain(id);
    await passAsleep(scene(), 3 * HOURS);
    await asked(scene(), 'esim', 1);
    await becomes(scene(), id, 'read', ({ refreshing }) => !refreshing);
    await browser.stopBackground();
    await browser.revokeHost(sandbox.url);
    await fails(scene(), id, 'no-access');
    await browser.grantHost(sandbox.url);
  });

  it('A12: the clock is set back by a month, and with it every alarm ahead by one: a look at the popup mends it', async () => {
    const { browser, sandbox, desk } = scene();
    const id = await ownLine(scene(), 'esim');
    const { now } = await sandbox.control.state();
    onTestFinished(() => simulateTime(browser, now));
    await simulateTime(browser, toInstant(toMs(now) - MONTH));
    await desk.evaluate(putOff, MONTH);
    await browser.stopBackground();
    const popup = await browser.openPopup();
    await until('alarms that ring soon', async () => {
      const { heartbeat, due } = await alarmsOf(desk);
      return [heartbeat, due].every((alarm) => alarm && alarm.at - Date.now() <= 5 * MINUTES);
    });
    await fireAlarm(browser, 'due');
    await asked(scene(), 'esim', 1);
    await pollEnds(scene(), id);
    const { startedAt, nextPollAt } = await attemptOf(scene(), id);
    expect(toMs(startedAt)).toBeLessThan(toMs(now));
    // The carrier's own clock, a month ahead by now, asks for no poll before then: that counts for a day.
    expect(toMs(nextPollAt ?? '') - toMs(startedAt)).toBeLessThanOrEqual(26 * HOURS);
    await popup.close();
  });

  it('A21: fifty refreshes whose worker is killed leave the figure where it is, and a way to try again', async () => {
    const { browser, sandbox, desk } = scene();
    const id = await ownLine(scene(), 'esim');
    await sandbox.control.lines.drain('esim', 1_450_000_000);
    const popup = await popupAt(scene(), id);
    await refreshByHand(scene(), popup, id);
    let unanswered = 0;
    for (let times = 0; times < 50; times += 1) {
      // Within what a line may be asked in an hour.
      if (times % 5 === 0) await popup.evaluate(moveClock, await sandbox.control.clock.advance(HOURS));
      // A record that says "being asked" is mended by the next start, for which the popup would wait a little.
      if (!(await popup.has('button', t('popupRefresh')))) await command(desk, 'state', {});
      await popup.click('button', t('popupRefresh'));
      await browser.stopBackground();
      const text = await popup.text();
      expect(text).toMatch(/1\.45\s*GB/);
      if (text.includes(t('errorUnreachable')) && (await popup.has('button', t('popupRetry'))))
        unanswered += 1;
    }
    expect(unanswered).toBeGreaterThan(0);
    await popup.close();
  });

  it('A23: fifty messages at one start are all answered, and the start happens once', async () => {
    const { browser, desk } = scene();
    const id = await ownLine(scene(), 'esim');
    await browser.stopBackground();
    const before = await desk.evaluate(readRevision);
    const answers = await Promise.all(Array.from({ length: 50 }, () => command(desk, 'state', {})));
    expect(answers.every(({ lines }) => lines.some((line) => line.id === id))).toBe(true);
    await until('the start is done', async () => {
      const locks = await heldLocks(desk);
      return locks.length === 0 && (await desk.evaluate(readRevision)) > before;
    });
    expect(await desk.evaluate(readRevision)).toBe(before + 1);
    await browser.stopBackground();
    const refreshes = Array.from({ length: 50 }, () => command(desk, 'refresh', { lineId: id }));
    const outcomes = (await Promise.all(refreshes)).map(([result]) => result?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(1);
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
  });
};

/** What a clock that was set back leaves of the alarms (seen in Chromium 156): they ring at the same instant as before. */
async function putOff(milliseconds: number): Promise<void> {
  for (const { name, scheduledTime, periodInMinutes } of await browser.alarms.getAll()) {
    const when = scheduledTime + milliseconds;
    await browser.alarms.create(name, { when, ...(periodInMinutes && { periodInMinutes }) });
  }
}

/** How often the finished answer for all lines has been written; read in a page, so that the background sleeps on. */
async function readRevision(): Promise<number> {
  const { glance } = await browser.storage.local.get('glance');
  return (glance as { revision: number }).revision;
}

async function moveClock(instant: string): Promise<void> {
  const { simulateTime } = globalThis as { simulateTime?: (at: string) => Promise<void> };
  await simulateTime?.(instant);
}

travel('chromium', 'woken workers', wokenWorkers);
