import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { fireAlarm, wakeByAlarm } from '../browsers/alarms.ts';
import { until } from '../until.ts';
import { lineNow, simulateTime } from './commands.ts';
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

/** How often the alarm rings while something is waited for. */
const RING = 3000;

/**
 * As `until`, while the alarm rings again and again, as it does every five minutes: one that rings while a line is
 * still being asked does nothing for that line.
 */
export function untilRung<T>(
  { browser }: Scene,
  what: string,
  ask: () => Promise<T>,
): Promise<NonNullable<T>> {
  let rung = performance.now();
  return until(what, async () => {
    const answer = await ask();
    if (answer || performance.now() - rung < RING) return answer;
    await fireAlarm(browser, 'heartbeat');
    rung = performance.now();
    return answer;
  });
}

/** Lets time pass, and waits until a line has been asked anew and its answer has been dealt with. */
export async function passAndPoll(scene: Scene, milliseconds: number, id: string): Promise<GlanceLine> {
  const stamp = ({ checkedAt, failure }: GlanceLine) => `${checkedAt} ${failure?.at}`;
  const before = stamp(await lineNow(scene.browser, id));
  await pass(scene, milliseconds);
  return untilRung(scene, 'a line that was asked anew', async () => {
    const line = await lineNow(scene.browser, id);
    return stamp(line) !== before && !line.refreshing ? line : null;
  });
}
