import { expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR } from '../../utils/domain/instant.ts';
import { notify } from '../../utils/platform/notifications.ts';
import { withLine } from '../support/app-asked.ts';
import { startWorld } from '../support/app-world.ts';

it('F05: where the browser refuses to show a notification, badge, tooltip and popup say the same, at every poll', async () => {
  const create = vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('no daemon'));
  onTestFinished(() => create.mockRestore());
  const world = await startWorld();
  world.deps.notify = notify;
  await world.sandbox.control.speed(0);
  const lineId = await withLine(world);
  await world.sandbox.control.lines.drain('esim', 300_000_000);
  for (let polls = 0; polls < 3; polls += 1) {
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    const line = await world.glanceLine(lineId);
    // Of these the popup makes its banner.
    expect(line).toMatchObject({
      state: 'low',
      alerts: [{ kind: 'low' }],
      headline: { remaining: 300_000_000 },
    });
    expect(world.badge()).toMatchObject({ text: '300M', tone: 'low', stale: false });
    expect(world.tooltip()).toMatch(/300\sMB/);
  }
  // One that was refused was told: it does not come again when the browser has changed its mind.
  expect(create).toHaveBeenCalledTimes(1);
});
