import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFromNotification } from '../../entrypoints/background/notification-click.ts';
import { MINUTE } from '../../utils/domain/instant.ts';
import { listenToNotifications } from '../../utils/platform/notifications.ts';
import { startWorld, type World } from '../support/app-world.ts';

/** A background that listens as ours does: before it knows anything. */
function listening(world: World): Promise<void>[] {
  const answers: Promise<void>[] = [];
  listenToNotifications(
    (id) => void answers.push(openFromNotification(world.deps, id)),
    () => undefined,
  );
  return answers;
}

/** Where the tab leads that a click on a notification opens. */
async function clicked(world: World, id: string): Promise<string> {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  const answers = listening(world);
  await fakeBrowser.notifications.onClicked.trigger(id);
  await Promise.all(answers);
  const url = create.mock.calls.at(-1)?.[0].url ?? '';
  create.mockRestore();
  return url.slice(url.indexOf('options.html'));
}

async function aLowLine(): Promise<{ world: World; lineId: string }> {
  const world = await startWorld();
  await world.sandbox.control.speed(0);
  const lineId = await world.addLine('esim');
  await world.sandbox.control.lines.drain('esim', 300_000_000);
  await world.pass(10 * MINUTE);
  await world.command.refresh({ lineId });
  return { world, lineId };
}

describe('a click on a notification', () => {
  it('F09: leads a background that knows nothing of it to the top-up of its line, by its id alone', async () => {
    const { world, lineId } = await aLowLine();
    const [notice] = world.notices;
    const next = await (await world.restart()).restart('browser');
    expect(await clicked(next, notice?.id ?? '')).toBe(`options.html#top-up/${lineId}`);
  });

  it.each([
    ['credit-burn', '#top-up/'],
    ['voice-used-up', '#top-up/'],
    ['bundle-ends-3:b:1', '#top-up/'],
    ['sign-in', '#line/'],
    ['hosts-changed', '#line/'],
  ])('F09: of %s leads to %s, where the person can act', async (key, hash) => {
    const { world, lineId } = await aLowLine();
    const url = await clicked(await world.restart(), `line:${lineId}:${key}`);
    expect(url.startsWith(`options.html${hash}${lineId}`)).toBe(true);
  });

  it.each(['lines:', 'line:gone:low', 'of another version'])(
    'F09: of %s, which names no line that is kept, leads to the list of lines',
    async (id) => {
      const { world } = await aLowLine();
      expect(await clicked(await world.restart(), id)).toBe('options.html#lines');
    },
  );
});
