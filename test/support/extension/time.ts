import { fireAlarm, wakeByAlarm } from '../browsers/alarms.ts';
import { simulateTime } from './commands.ts';
import type { Scene } from './scene.ts';

export const MINUTES = 60_000;
export const HOURS = 60 * MINUTES;
export const DAYS = 24 * HOURS;

/** Lets time pass for the carrier and for the extension alike, then the extension's own alarm rings. */
export async function pass({ browser, sandbox }: Scene, milliseconds: number): Promise<void> {
  const now = await sandbox.control.clock.advance(milliseconds);
  await simulateTime(browser, now);
  await fireAlarm(browser, 'heartbeat');
}

/** As `pass`, but the background sleeps when its alarm rings: the alarm wakes it. */
export async function passAsleep({ browser, sandbox }: Scene, milliseconds: number): Promise<void> {
  const now = await sandbox.control.clock.advance(milliseconds);
  await simulateTime(browser, now);
  await wakeByAlarm(browser, 'heartbeat');
}
