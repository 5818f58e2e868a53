import { describe, expect, it } from 'vitest';
import { reviewAccess } from '../../utils/app/access.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';

async function losesAccess(): Promise<{ world: World; lineId: string }> {
  const world = await startWorld();
  const lineId = await withLine(world);
  world.withheld.add(world.sandbox.url);
  await reviewAccess(world.deps);
  return { world, lineId };
}

describe('a host permission that was taken away', () => {
  it('C11: is said at once and is not taken for being offline; figure and secret stay, nobody is asked', async () => {
    const { world, lineId } = await losesAccess();
    const line = await world.glanceLine(lineId);
    expect(line).toMatchObject({ state: 'signed-out', failure: { kind: 'no-access' } });
    expect(line.headline.kind).toBe('data');
    expect(world.badge().text).toBe('!');
    expect(await world.deps.secrets.has(lineId)).toBe(true);
    for (let hours = 0; hours < 4; hours++) {
      await world.pass(3 * HOUR);
      await pollDue(world.deps);
    }
    await world.command.refresh({ lineId });
    expect(await world.asked()).toEqual([]);
    expect(titles(world)).toHaveLength(1);
    expect(world.wakes.at(-1)).toBeNull();
  });

  it('given back, the line is asked at once, and on schedule again', async () => {
    const { world, lineId } = await losesAccess();
    world.withheld.clear();
    await reviewAccess(world.deps);
    expect(await pollsOf(world)).toBe(1);
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'ok', failure: null });
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    expect(await pollsOf(world)).toBe(2);
  });

  it('given back by a click that refreshes as well, the line is asked once', async () => {
    const { world, lineId } = await losesAccess();
    world.withheld.clear();
    await Promise.all([world.command.refresh({ lineId }), reviewAccess(world.deps)]);
    expect(await pollsOf(world)).toBe(1);
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'ok', failure: null });
  });

  it('given back while the budget holds the line back, it is asked as soon as that allows', async () => {
    const { world, lineId } = await losesAccess();
    world.withheld.clear();
    for (let polls = 0; polls < 5; polls++) {
      await world.pass(MINUTE);
      await world.command.refresh({ lineId });
    }
    world.withheld.add(world.sandbox.url);
    await reviewAccess(world.deps);
    world.withheld.clear();
    await reviewAccess(world.deps);
    expect((await world.glanceLine(lineId)).failure).toBeNull();
    await world.sandbox.control.clearLog();
    await world.pass(HOUR);
    await pollDue(world.deps);
    expect(await pollsOf(world)).toBe(1);
  });

  it('of one carrier leaves the lines of others alone, and a change that concerns nobody asks nothing', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const { lineId: demo } = await world.command['add-demo']({});
    world.withheld.add(world.sandbox.url);
    await reviewAccess(world.deps);
    expect((await world.glanceLine(demo)).failure).toBeNull();
    const before = await world.deps.store.attempt(lineId);
    await reviewAccess(world.deps);
    expect(await world.deps.store.attempt(lineId)).toEqual(before);
  });
});
