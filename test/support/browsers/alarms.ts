import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../until.ts';
import type { Browser } from './contract.ts';

declare const browser: typeof extensionApi;

/**
 * An alarm rings now. Firefox rings it itself, its next time brought forward; Chromium would let up to a second go by
 * before each, so that its listeners are called as by it. `wakeByAlarm` is the ring of the browser in both.
 */
export async function fireAlarm(on: Browser, name: string): Promise<void> {
  if (on.kind === 'firefox') await on.background(bringForward, name, 1);
  else await on.background(ring, name);
}

/** How far ahead an alarm is set, in milliseconds: the background must be gone before, also on a busy computer. */
const UNTIL_IT_SLEEPS = 4000;

/** The browser rings while the background sleeps. Settles when it has woken. */
export async function wakeByAlarm(on: Browser, name: string): Promise<void> {
  await on.background(bringForward, name, UNTIL_IT_SLEEPS);
  await on.stopBackground();
  await until('the alarm has woken the background', () => on.backgroundRuns());
}

async function bringForward(name: string, milliseconds: number): Promise<void> {
  const { periodInMinutes } = (await browser.alarms.get(name)) ?? {};
  const period = periodInMinutes === undefined ? {} : { periodInMinutes };
  await browser.alarms.create(name, { when: Date.now() + milliseconds, ...period });
}

/** Rejects where there is no such alarm: then nothing would ever ring. One that rings once is gone when it does. */
async function ring(name: string): Promise<void> {
  const alarm = await browser.alarms.get(name);
  if (!alarm) throw new Error(`there is no alarm ${name}`);
  if (!alarm.periodInMinutes) await browser.alarms.clear(name);
  const listeners: unknown = browser.alarms.onAlarm;
  (listeners as { dispatch(rung: object): void }).dispatch(alarm);
}
