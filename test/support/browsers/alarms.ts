import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../until.ts';
import type { Browser } from './contract.ts';

declare const browser: typeof extensionApi;

/** Brings the next ring of an alarm forward to now, keeping its period; the browser itself then rings it. */
export async function fireAlarm(on: Browser, name: string): Promise<void> {
  await on.background(bringForward, name, 1);
}

/** As `fireAlarm`, but the background sleeps when it rings. Settles when it has woken. */
export async function wakeByAlarm(on: Browser, name: string): Promise<void> {
  await on.background(bringForward, name, 1500);
  await on.stopBackground();
  await until('the alarm has woken the background', () => on.backgroundRuns());
}

async function bringForward(name: string, milliseconds: number): Promise<void> {
  const { periodInMinutes } = (await browser.alarms.get(name)) ?? {};
  const period = periodInMinutes === undefined ? {} : { periodInMinutes };
  await browser.alarms.create(name, { when: Date.now() + milliseconds, ...period });
}
