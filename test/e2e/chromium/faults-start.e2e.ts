import { beforeAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { LogEntry } from '../../sandbox/sandbox-types.ts';
import { fireAlarm } from '../../support/browsers/alarms.ts';
import { glance, simulateTime } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { HOURS, MINUTES } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const STARTS = 6;

const manyStarts: Journey = (scene) => {
  beforeAll(async () => {
    await connect(scene(), 'esim');
    const { browser, sandbox } = scene();
    await simulateTime(browser, await sandbox.control.clock.advance(9 * HOURS));
    await sandbox.control.clearLog();
  });

  const polls = (): LogEntry[] =>
    scene()
      .sandbox.log()
      .filter(({ path }) => path.endsWith('/balance'));

  /** An alarm rings; settles when the background has decided what to do about it. */
  const ring = async () => {
    const { browser } = scene();
    await browser.background(forgetDue);
    await fireAlarm(browser, 'heartbeat');
    await until('the next alarm', async () => (await browser.background(dueIn)) !== null);
  };

  it('C05: a start in the morning asks nobody, even when the alarms of the night ring at once', async () => {
    const { browser } = scene();
    await browser.restart();
    await ring();
    const wait = await browser.background(dueIn);
    expect(wait).toBeGreaterThan(20);
    expect(wait).toBeLessThanOrEqual(60);
    expect(polls()).toEqual([]);
  });

  it('C06: the browser is started again and again within minutes, and the carrier is asked once', async () => {
    const { browser, sandbox } = scene();
    for (let start = 0; start < STARTS; start += 1) {
      await browser.restart();
      await simulateTime(browser, await sandbox.control.clock.advance(MINUTES));
      const before = (await glance(browser))?.revision ?? 0;
      await fireAlarm(browser, 'heartbeat');
      await until(
        'the end of what the alarm set off',
        async () => ((await glance(browser))?.revision ?? 0) > before,
      );
    }
    expect(polls()).toHaveLength(1);
  });
};

async function forgetDue(): Promise<void> {
  await browser.alarms.clear('due');
}

/** Seconds until the alarm for the next line that is due; null = there is none. */
async function dueIn(): Promise<number | null> {
  const alarm = await browser.alarms.get('due');
  return alarm ? (alarm.scheduledTime - Date.now()) / 1000 : null;
}

travel('chromium', 'many starts', manyStarts);
