import { beforeAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { LogEntry } from '../../sandbox/sandbox-types.ts';
import { fireAlarm } from '../../support/browsers/alarms.ts';
import { simulateTime } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { startAgain } from '../../support/extension/restart.ts';
import { HOURS, MINUTES } from '../../support/extension/time.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const STARTS = 6;
/** Later than any alarm that the extension sets. */
const NEVER = Date.UTC(2100, 0);

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

  /** An alarm rings; settles when the background has done what it set off. */
  const ring = async () => {
    const { browser } = scene();
    await browser.background(markDue, NEVER);
    await fireAlarm(browser, 'heartbeat');
    await until('the next alarm', async () => (await browser.background(dueAt)) !== NEVER);
  };

  it('C05: a start in the morning asks nobody, even when the alarms of the night ring at once', async () => {
    const { browser } = scene();
    await startAgain(scene());
    await ring();
    const wait = (Number(await browser.background(dueAt)) - Date.now()) / 1000;
    expect(wait).toBeGreaterThan(20);
    expect(wait).toBeLessThanOrEqual(60);
    expect(polls()).toEqual([]);
  });

  it('C06: the browser is started again and again within minutes, and the carrier is asked once', async () => {
    const { browser, sandbox } = scene();
    for (let start = 0; start < STARTS; start += 1) {
      await startAgain(scene());
      await simulateTime(browser, await sandbox.control.clock.advance(MINUTES));
      await ring();
    }
    expect(polls()).toHaveLength(1);
  });
};

/** Sets the alarm for the next line that is due: what the extension decides replaces it or takes it away. */
async function markDue(at: number): Promise<void> {
  await browser.alarms.create('due', { when: at });
}

/** When the alarm for the next line that is due rings, milliseconds since the epoch; null = there is none soon. */
async function dueAt(): Promise<number | null> {
  return (await browser.alarms.get('due'))?.scheduledTime ?? null;
}

travel('chromium', 'many starts', manyStarts);
