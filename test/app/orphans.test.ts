import { describe, expect, it } from 'vitest';
import { pollOnAlarm } from '../../utils/app/browser-start.ts';
import type { Deps } from '../../utils/app/deps.ts';
import { countOrphans } from '../../utils/app/orphans.ts';
import { start } from '../../utils/app/start.ts';
import { HOUR, MINUTE, SECOND, toMs } from '../../utils/domain/instant.ts';
import type { Attempt } from '../../utils/domain/records.ts';
import { startWorld, type World } from '../support/app-world.ts';

/** A poll was begun ten seconds ago, by a background that has died since. */
async function died(): Promise<{ world: World; lineId: string; attempt: () => Promise<Attempt> }> {
  const world = await startWorld();
  const lineId = await world.addLine('esim');
  const { store } = world.deps;
  const attempt = async () => {
    const stored = await store.attempt(lineId);
    if (!stored) throw new Error('no attempt');
    return stored;
  };
  await world.pass(2 * HOUR);
  const startedAt = '2026-03-02T12:00:00Z';
  await store.putAttempt({ ...(await attempt()), startedAt, finishedAt: null });
  await world.pass(10 * SECOND);
  await world.sandbox.control.clearLog();
  return { world, lineId, attempt };
}

describe('a poll that was left without an end', () => {
  it('A03: is a failure from the next start on, and the popup does not say that it is still under way', async () => {
    const { world, lineId, attempt } = await died();
    await start(world.deps);
    expect(await attempt()).toMatchObject({ failures: 1, failure: { kind: 'timeout' } });
    expect(await world.glanceLine(lineId)).toMatchObject({ refreshing: false, failure: { kind: 'timeout' } });
  });

  it('A03: is waited after, at least for the floor, before the schedule asks again', async () => {
    const { world, attempt } = await died();
    await world.pass(MINUTE);
    await Promise.all([start(world.deps), pollOnAlarm(world.deps)]);
    expect(await world.asked()).toEqual([]);
    const { startedAt, nextPollAt } = await attempt();
    expect(toMs(nextPollAt ?? '') - toMs(startedAt)).toBeGreaterThanOrEqual(15 * MINUTE);
  });

  it('is left alone as long as somebody holds its lock', async () => {
    const { world, lineId, attempt } = await died();
    await world.deps.locks.exclusive(`poll:${lineId}`, () => start(world.deps));
    expect(await attempt()).toMatchObject({ finishedAt: null, failures: 0 });
  });

  it('A17: a click reads the line at once, also at the very moment at which the lost poll is counted', async () => {
    const { world, lineId, attempt } = await died();
    const { locks } = world.deps;
    const clicks: Promise<unknown>[] = [];
    const click = () => clicks.push(world.command.refresh({ lineId }));
    const counting: Deps = {
      ...world.deps,
      locks: {
        ...locks,
        exclusive: (name, work) =>
          locks.exclusive(name, () => {
            click();
            return work();
          }),
      },
    };
    await countOrphans(counting);
    expect(clicks).toHaveLength(1);
    expect(await clicks[0]).toEqual([{ lineId, outcome: 'read', at: null }]);
    expect(await world.asked()).toHaveLength(1);
    expect(await attempt()).toMatchObject({ failures: 0, failure: null });
  });
});
