import { describe, expect, it } from 'vitest';
import { pollOnAlarm } from '../../utils/app/browser-start.ts';
import { start } from '../../utils/app/start.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { startWorld, type World } from '../support/app-world.ts';

/** A line that has been due all night, in a browser that starts now. Answers the waits that were planned. */
async function morning(): Promise<{ world: World; waits: (number | null)[]; polls: () => Promise<number> }> {
  const evening = await startWorld();
  await evening.addLine('esim');
  await evening.pass(9 * HOUR);
  await evening.sandbox.control.clearLog();
  const world = await evening.restart('browser');
  const waits: (number | null)[] = [];
  world.deps.wakeAfter = async (ms) => void waits.push(ms);
  const polls = async () => (await world.asked()).filter((asked) => asked.endsWith('/balance')).length;
  return { world, waits, polls };
}

describe('the start of the browser', () => {
  it('C05: asks nobody when the alarms of the night all ring at once', async () => {
    const { world, waits, polls } = await morning();
    await Promise.all([pollOnAlarm(world.deps), start(world.deps), pollOnAlarm(world.deps)]);
    expect(await polls()).toBe(0);
    expect(new Set(waits).size).toBe(1);
    expect(waits[0]).toBeGreaterThanOrEqual(30 * SECOND);
    expect(waits[0]).toBeLessThanOrEqual(MINUTE);
  });

  it('C05: asks once when the wait is over, and does not wait again when the background wakes', async () => {
    const { world, polls } = await morning();
    await start(world.deps);
    await world.pass(MINUTE);
    await start(world.deps);
    await pollOnAlarm(world.deps);
    await pollOnAlarm(world.deps);
    expect(await polls()).toBe(1);
  });

  it('A12: waits no second time when a clock that was moved back comes to its hour again', async () => {
    const { world, polls } = await morning();
    await start(world.deps);
    await world.pass(MINUTE);
    await pollOnAlarm(world.deps);
    expect(await polls()).toBe(1);
    await world.pass(-30 * DAY);
    await pollOnAlarm(world.deps);
    expect(await polls()).toBe(2);
    await world.pass(30 * DAY - 30 * SECOND);
    await pollOnAlarm(world.deps);
    expect(await polls()).toBe(3);
  });

  it('is not put off for ever by a clock that was moved back', async () => {
    const { world, polls } = await morning();
    await start(world.deps);
    await world.pass(-2 * HOUR);
    await pollOnAlarm(world.deps);
    expect(await polls()).toBe(1);
  });
});
