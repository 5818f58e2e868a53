import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureHeartbeat, wakeAfter } from '../../utils/platform/alarms.ts';

const MINUTE = 60_000;
const MONTH = 30 * 24 * 60 * MINUTE;

beforeEach(() => fakeBrowser.reset());

/** Milliseconds until the heartbeat rings. */
async function ringsIn(): Promise<number> {
  return ((await fakeBrowser.alarms.get('heartbeat'))?.scheduledTime ?? Number.NaN) - Date.now();
}

const setTo = (when: number) => fakeBrowser.alarms.create('heartbeat', { when, periodInMinutes: 5 });

describe('the heartbeat', () => {
  it('A10: is left where it is, however often the background wakes', async () => {
    await setTo(Date.now() + MINUTE);
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    await ensureHeartbeat();
    await wakeAfter(null);
    expect(create).not.toHaveBeenCalled();
    create.mockRestore();
  });

  it.each([
    ['the background starts', () => ensureHeartbeat()],
    ['a line was asked', () => wakeAfter(null)],
  ])('A12: is near again after the clock was moved back by a month, as soon as %s', async (_, happens) => {
    await setTo(Date.now() + MONTH);
    expect(await ringsIn()).toBeGreaterThan(29 * 24 * 60 * MINUTE);
    await happens();
    expect(await ringsIn()).toBeLessThanOrEqual(5 * MINUTE);
  });
});
