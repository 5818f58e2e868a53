import { expect, it } from 'vitest';
import { refreshGlance } from '../../utils/app/glance.ts';
import { toInstant } from '../../utils/domain/instant.ts';
import { withLine } from '../support/app-asked.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { aDataBucket, anAttempt, aReading, aRow, GB, MB } from '../support/records.ts';

/** Three lines with so much left of 10 GB each. */
async function threeLines(world: World, left: Record<string, number>): Promise<void> {
  const { store } = world.deps;
  const line = await store.line(await withLine(world));
  if (!line) throw new Error('no line');
  await store.removeLine(line.id, false);
  const now = toInstant(world.now());
  for (const [order, [id, remaining]] of Object.entries(left).entries()) {
    await store.putLine({ ...line, id, name: id, order });
    const reading = aReading({ buckets: [aDataBucket(10 * GB, 10 * GB - remaining)] });
    const attempt = anAttempt({ lineId: id, startedAt: now, finishedAt: now, nextPollAt: null });
    await store.savePoll({ attempt, reading: { ...aRow(reading, now), lineId: id }, topUps: [] });
  }
  await refreshGlance(world.deps, 'all');
}

it('names the worst line in the tooltip, and the next one where it is to be left out', async () => {
  const world = await startWorld();
  await threeLines(world, { Home: 5 * GB, Tablet: 300 * MB, Travel: 50 * MB });
  expect([world.badge().text, world.tooltip()]).toEqual(['50M', 'Travel: 50 MB left, almost used up']);
  await world.command['edit-line']({ lineId: 'Travel', edit: { ignored: true } });
  expect([world.badge().text, world.tooltip()]).toEqual(['300M', 'Tablet: 300 MB left, getting low']);
});

it('says of a pinned line that it is pinned, until another one is', async () => {
  const world = await startWorld();
  await threeLines(world, { Home: 5 * GB, Tablet: 300 * MB, Travel: 50 * MB });
  await world.command['edit-line']({ lineId: 'Home', edit: { pinned: true } });
  expect([world.badge().text, world.tooltip()]).toEqual(['5G', 'Home (pinned): 5 GB left']);
  await world.command['edit-line']({ lineId: 'Tablet', edit: { pinned: true } });
  expect(world.tooltip()).toBe('Tablet (pinned): 300 MB left, getting low');
  await world.command['edit-line']({ lineId: 'Tablet', edit: { pinned: false } });
  expect(world.tooltip()).toBe('Travel: 50 MB left, almost used up');
});
