import { expect, it } from 'vitest';
import { pollBackOnline } from '../../utils/app/access.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE, SECOND, toMs } from '../../utils/domain/instant.ts';
import { dialectsOf, fetchFrom } from '../sandbox/dialects/test-reading.ts';
import { startWorld, type World } from '../support/app-world.ts';

const LEFT = 3_000_000_000;

/** A line of a carrier that answers on its own network alone, read there once; then the browser is on another. */
async function away(): Promise<{ world: World; lineId: string }> {
  const world = await startWorld({ dialects: true, speed: 0 });
  world.network.fetch = fetchFrom(world.sandbox);
  await world.sandbox.control.lines.drain('phone', LEFT);
  const ofTelekom = { providerId: 'telekom-de', fields: {}, secrets: {} };
  const lineId = await world.addLine('phone', ofTelekom);
  await world.sandbox.control.habits({ awayFrom: ['telekom-de'] });
  await world.pass(7 * HOUR);
  await pollDue(world.deps);
  return { world, lineId };
}

const comeBack = ({ sandbox }: World) => sandbox.control.habits({ awayFrom: [] });
const polls = ({ sandbox }: World) => dialectsOf(sandbox).log().length;

it('a line that needs another network keeps its figure with its age, and waits no longer each time', async () => {
  const { world, lineId } = await away();
  const before = await world.glanceLine(lineId);
  expect(before).toMatchObject({
    headline: { kind: 'data', remaining: LEFT },
    failure: { kind: 'wrong-network' },
    checkedAt: '2026-03-02T10:00:00Z',
  });
  for (let times = 0; times < 4; times++) {
    await world.pass(7 * HOUR);
    await pollDue(world.deps);
    const { failures, nextPollAt } = (await world.deps.store.attempt(lineId)) ?? {};
    expect(failures).toBe(1);
    expect(toMs(nextPollAt ?? '') - world.now()).toBeLessThanOrEqual(2 * HOUR + SECOND);
  }
  expect(await world.glanceLine(lineId)).toMatchObject({
    headline: before.headline,
    checkedAt: before.checkedAt,
  });
});

it('it is asked again as soon as the browser is back on a network', async () => {
  const { world, lineId } = await away();
  await comeBack(world);
  await pollBackOnline(world.deps);
  expect(await world.glanceLine(lineId)).toMatchObject({ failure: null, checkedAt: '2026-03-02T17:00:00Z' });
});

it('C10: a network that is told of before it carries anything is tried once more, and not all the time', async () => {
  const { world, lineId } = await away();
  const { fetch } = world.network;
  await comeBack(world);
  world.network.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await pollBackOnline(world.deps);
  expect(await world.glanceLine(lineId)).toMatchObject({ failure: { kind: 'offline' } });
  expect(world.wakes.at(-1)).toBe(30 * SECOND);
  await world.pass(30 * SECOND);
  await pollDue(world.deps);
  const { nextPollAt } = (await world.deps.store.attempt(lineId)) ?? {};
  expect(toMs(nextPollAt ?? '') - world.now()).toBeGreaterThanOrEqual(15 * MINUTE);

  await pollBackOnline(world.deps);
  world.network.fetch = fetch;
  await world.pass(30 * SECOND);
  await pollDue(world.deps);
  expect(await world.glanceLine(lineId)).toMatchObject({ failure: null, checkedAt: '2026-03-02T17:01:00Z' });
});

it('C10: whoever is still being asked when the browser comes back is asked again on the new network', async () => {
  const { world, lineId } = await away();
  const { fetch } = world.network;
  await comeBack(world);
  const { promise: onTheOldNetwork, reject: breakOff } = Promise.withResolvers<Response>();
  const sent = new Promise<void>((resolve) => {
    world.network.fetch = () => {
      resolve();
      return onTheOldNetwork;
    };
  });
  await world.pass(7 * HOUR);
  const running = pollDue(world.deps);
  await sent;
  world.network.fetch = fetch;
  const back = pollBackOnline(world.deps);
  breakOff(new TypeError('Failed to fetch'));
  await Promise.all([running, back]);
  expect(await world.glanceLine(lineId)).toMatchObject({ failure: null, checkedAt: '2026-03-03T00:00:00Z' });
});

it('C10: without any network, it is tried while somebody looks', async () => {
  const { world, lineId } = await away();
  const { fetch } = world.network;
  world.network.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await pollBackOnline(world.deps);
  world.network.fetch = fetch;
  await comeBack(world);
  await world.pass(4 * MINUTE);
  world.page.open = true;
  await world.command.tick({});
  expect(await world.glanceLine(lineId)).toMatchObject({ failure: null, checkedAt: '2026-03-02T17:04:00Z' });
});

it('it is asked again when somebody looks, yet not all the time', async () => {
  const { world, lineId } = await away();
  await world.pass(2 * MINUTE);
  await comeBack(world);
  const before = polls(world);
  world.page.open = true;
  await world.command.tick({});
  expect(await world.glanceLine(lineId)).toMatchObject({ failure: null, checkedAt: '2026-03-02T17:02:00Z' });
  for (let ticks = 0; ticks < 40; ticks++) {
    await world.pass(15 * SECOND);
    await world.command.tick({});
  }
  expect(polls(world)).toBe(before + 1);
});

it('a popup that stays open where it cannot be read leaves polls for whoever comes back', async () => {
  const { world, lineId } = await away();
  world.page.open = true;
  for (let seconds = 0; seconds < 30 * 60; seconds += 15) {
    await world.pass(15 * SECOND);
    await world.command.tick({});
  }
  await comeBack(world);
  expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'read' }]);
});
