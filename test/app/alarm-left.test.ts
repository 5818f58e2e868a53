import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR } from '../../utils/domain/instant.ts';
import { wakeAfter } from '../../utils/platform/alarms.ts';
import { openedCheckout } from '../support/app-checkout.ts';

/** Beside the alarm that rings every few minutes, whether or not anything is due. */
async function alarms(): Promise<string[]> {
  const all = await fakeBrowser.alarms.getAll();
  return all.map(({ name }) => name).filter((name) => name !== 'heartbeat');
}

/** A line whose checkout is watched: the browser's own alarm is set to the next look at it. */
async function watched() {
  const { world, lineId } = await openedCheckout();
  world.deps.wakeAfter = async (ms) => {
    world.wakes.push(ms);
    await wakeAfter(ms);
  };
  await world.command.refresh({ lineId });
  expect(await alarms()).toEqual(['due']);
  await world.sandbox.control.clearLog();
  /** No alarm is set, nor is one when the heartbeat rings; the carrier hears nothing. */
  const expectRest = async () => {
    expect(await alarms()).toEqual([]);
    for (let hours = 0; hours < 3; hours += 1) {
      await world.pass(HOUR);
      await pollDue(world.deps);
    }
    expect(await alarms()).toEqual([]);
    expect(world.wakes.at(-1)).toBeNull();
    expect(await world.asked()).toEqual([]);
  };
  return { world, lineId, expectRest };
}

describe('no alarm is left and nobody is asked', () => {
  it('G13: once the secrets are locked', async () => {
    const { world, expectRest } = await watched();
    await world.command['set-passphrase']({ passphrase: 'correct horse battery' });
    await world.command.lock({});
    await expectRest();
  });

  it('G13: once everything is erased', async () => {
    const { world, expectRest } = await watched();
    await world.command['erase-all']({});
    await expectRest();
  });

  it.each([false, true])('B18: once the line is removed; its receipts are kept: %s', async (keepReceipts) => {
    const { world, lineId, expectRest } = await watched();
    await world.command['remove-line']({ lineId, keepReceipts });
    await expectRest();
  });
});
