import { expect, it } from 'vitest';
import { pollBackOnline } from '../../utils/app/access.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { FAILURE_KINDS } from '../../utils/domain/failure.ts';
import { HOUR } from '../../utils/domain/instant.ts';
import { needsPerson } from '../../utils/domain/next-poll.ts';
import { dialectsOf, fetchFrom } from '../sandbox/dialects/test-reading.ts';
import { startWorld, type World } from '../support/app-world.ts';

const LEFT = 3_000_000_000;
const HILINK = { providerId: 'huawei-hilink', fields: { address: 'hilink.local' }, secrets: {} };

/** A device that was read at home. */
async function home(): Promise<{ world: World; lineId: string }> {
  const world = await startWorld({ dialects: true, speed: 0 });
  world.network.fetch = fetchFrom(world.sandbox);
  await world.sandbox.control.lines.drain('data-card', LEFT);
  const lineId = await world.addLine('data-card', HILINK);
  return { world, lineId };
}

/** The same device asked from where another one has its address. */
async function away() {
  const { world, lineId } = await home();
  await world.sandbox.control.habits({ awayFrom: ['huawei-hilink'] });
  await world.pass(7 * HOUR);
  await pollDue(world.deps);
  return { world, lineId };
}

it('another device at the same address is another network, and not the end of the line', async () => {
  const { world, lineId } = await away();
  expect(await world.glanceLine(lineId)).toMatchObject({
    headline: { kind: 'data', remaining: LEFT },
    failure: { kind: 'wrong-network' },
    device: true,
  });
  expect(world.notices).toEqual([]);
  expect(needsPerson('line-gone')).toBe(true);
  expect((await world.deps.store.attempt(lineId))?.nextPollAt).not.toBeNull();
});

it('whatever was answered elsewhere, the device is asked again when the network changes', async () => {
  const { world, lineId } = await home();
  for (const kind of FAILURE_KINDS.filter((each) => each !== 'no-access')) {
    const attempt = await world.deps.store.attempt(lineId);
    if (!attempt) throw new Error('it was never asked');
    const failure = { kind, retryAt: null, detail: 'elsewhere' };
    await world.pass(HOUR);
    await world.deps.store.putAttempt({ ...attempt, failure, failures: 9, nextPollAt: null });
    await pollBackOnline(world.deps);
    expect(await world.glanceLine(lineId), kind).toMatchObject({ failure: null });
  }
});

it('without the permission to ask it stays unasked', async () => {
  const { world, lineId } = await home();
  const attempt = await world.deps.store.attempt(lineId);
  if (!attempt) throw new Error('it was never asked');
  const failure = { kind: 'no-access', retryAt: null, detail: 'http://hilink.local' } as const;
  await world.deps.store.putAttempt({ ...attempt, failure, nextPollAt: null });
  dialectsOf(world.sandbox).clearLog();
  await pollBackOnline(world.deps);
  expect(dialectsOf(world.sandbox).log()).toEqual([]);
});

it('where a device is tried from elsewhere it says so', async () => {
  const { world } = await away();
  const draft = world.draft('data-card', HILINK);
  await expect(world.command['try-line']({ draft })).rejects.toMatchObject({ kind: 'wrong-network' });
});

it('a session that a device told in its answer alone is sent to it until it has been read, and no longer', async () => {
  const { world, lineId } = await home();
  world.network.fetch = fetchFrom(world.sandbox, world.referers, world.cookies);
  await world.sandbox.control.habits({ withoutCookies: ['huawei-hilink'] });
  await world.sandbox.control.lines.drain('data-card', 1_000_000_000);
  await world.pass(HOUR);
  await pollDue(world.deps);
  expect(await world.glanceLine(lineId)).toMatchObject({
    failure: null,
    headline: { remaining: 1_000_000_000 },
  });
  expect(dialectsOf(world.sandbox).log().at(-1)).toMatchObject({ cookies: true });
  expect(world.cookies).toEqual(new Map());
});
