import { beforeAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command, lineNow, simulateTime } from '../../support/extension/commands.ts';
import { t } from '../../support/extension/person.ts';
import { pollEnds, popupAt } from '../../support/extension/popup.ts';
import { attemptOf, historyOf } from '../../support/extension/rows.ts';
import { HOURS, MINUTES, pass, passAsleep } from '../../support/extension/time.ts';
import {
  alarmRuns,
  asked,
  balanceOf,
  haveNews,
  heldLocks,
  ownLine,
  pollsOf,
  standBy,
} from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const killedWorkers: Journey = (scene) => {
  beforeAll(() => standBy(scene()));

  /** A line in whose poll the worker is killed, while the carrier still holds the request. */
  const killedInMidPoll = async () => {
    const id = await ownLine(scene(), 'esim');
    await haveNews(scene(), 'esim');
    await scene().sandbox.control.faults.add({
      path: balanceOf('esim'),
      fault: { kind: 'silence' },
      times: 1,
    });
    await pass(scene(), 3 * HOURS);
    await asked(scene(), 'esim', 1);
    return id;
  };

  it('A03: a worker killed in mid-poll loses no history, doubles none, and its poll counts as a failure', async () => {
    const id = await killedInMidPoll();
    const history = await historyOf(scene(), id);
    expect(await attemptOf(scene(), id)).toMatchObject({ finishedAt: null, failures: 0 });
    await scene().browser.stopBackground();
    await passAsleep(scene(), 2 * MINUTES);
    await until('the lost poll is counted', async () => (await attemptOf(scene(), id)).failures === 1);
    const { startedAt, nextPollAt } = await attemptOf(scene(), id);
    expect(Date.parse(nextPollAt ?? '') - Date.parse(startedAt)).toBeGreaterThanOrEqual(15 * MINUTES);
    expect(pollsOf(scene(), 'esim')).toHaveLength(1);
    expect(await historyOf(scene(), id)).toEqual(history);
    await passAsleep(scene(), 7 * HOURS);
    await asked(scene(), 'esim', 2);
    await pollEnds(scene(), id);
    expect(await attemptOf(scene(), id)).toMatchObject({ failures: 0, failure: null });
    expect(pollsOf(scene(), 'esim')).toHaveLength(2);
    expect(await historyOf(scene(), id)).toEqual([...history, expect.objectContaining({ lineId: id })]);
  });

  it('A17: a lock whose holder was killed is free, and a click reads the line at once', async () => {
    const { browser, desk } = scene();
    const id = await killedInMidPoll();
    expect(await heldLocks(desk)).toContain(`poll:${id}`);
    await browser.stopBackground();
    expect(await heldLocks(desk)).not.toContain(`poll:${id}`);
    const popup = await popupAt(scene(), id);
    await popup.click('button', t('popupRefresh'));
    await asked(scene(), 'esim', 2);
    await pollEnds(scene(), id);
    expect(await attemptOf(scene(), id)).toMatchObject({ failures: 0, failure: null });
    await popup.see(t('popupResultRead'));
    await popup.close();
  });

  it('A10: a worker that wakes again and again does not push its alarm away', async () => {
    const { browser, sandbox, desk } = scene();
    await ownLine(scene(), 'esim');
    await simulateTime(browser, await sandbox.control.clock.advance(3 * HOURS));
    const rings = await desk.evaluate(ringsAt);
    for (let wakes = 0; wakes < 3; wakes += 1) {
      await browser.stopBackground();
      await command(desk, 'state', {});
      expect(await desk.evaluate(ringsAt)).toBe(rings);
    }
    expect(pollsOf(scene(), 'esim')).toEqual([]);
    await browser.stopBackground();
    await desk.evaluate(ringIn, 1500);
    await command(desk, 'state', {});
    await asked(scene(), 'esim', 1);
  });

  it('A11: after three days asleep each line is asked once, and the days between are gaps', async () => {
    const { browser, sandbox, desk } = scene();
    const ids = [await ownLine(scene(), 'esim'), await ownLine(scene(), 'phone')];
    await haveNews(scene(), 'esim');
    await simulateTime(browser, await sandbox.control.clock.advance(72 * HOURS));
    await desk.evaluate(forgetAlarms);
    await browser.stopBackground();
    await command(desk, 'state', {});
    expect(await desk.evaluate(ringsAt)).toBeGreaterThan(0);
    for (let rings = 0; rings < 4; rings += 1) {
      await alarmRuns(scene());
    }
    expect([pollsOf(scene(), 'esim').length, pollsOf(scene(), 'phone').length]).toEqual([1, 1]);
    const { days } = await lineNow(browser, ids[0] ?? '');
    expect(days.slice(-4).map(({ used }) => used)).toEqual([null, null, null, null]);
    expect((await historyOf(scene(), ids[0] ?? '')).at(-1)).toMatchObject({ mark: 'gap' });
  });
};

async function forgetAlarms(): Promise<void> {
  await browser.alarms.clearAll();
}

async function ringIn(milliseconds: number): Promise<void> {
  await browser.alarms.create('heartbeat', { when: Date.now() + milliseconds, periodInMinutes: 5 });
}

async function ringsAt(): Promise<number> {
  return (await browser.alarms.get('heartbeat'))?.scheduledTime ?? 0;
}

travel('chromium', 'killed workers', killedWorkers);
