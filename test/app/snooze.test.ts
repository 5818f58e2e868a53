import { describe, expect, it } from 'vitest';
import { pauseAlerts, snooze } from '../../utils/app/pause-alerts.ts';
import { reviewAlerts } from '../../utils/app/review-alerts.ts';
import { exportText } from '../../utils/domain/export-format.ts';
import { DAY, HOUR, toInstant } from '../../utils/domain/instant.ts';
import { withLine } from '../support/app-asked.ts';
import { titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { partsIn } from '../support/importing.ts';
import { aDataBucket, anAttempt, aReading, aRow, GB, MB } from '../support/records.ts';
import { NOW } from '../support/stored-rows.ts';

/** Its carrier tells so much left. */
async function left(world: World, lineId: string, remaining: number): Promise<void> {
  const now = toInstant(world.now());
  const reading = aReading({ buckets: [aDataBucket(10 * GB, 10 * GB - remaining)] });
  const attempt = anAttempt({ lineId, startedAt: now, finishedAt: now });
  await world.deps.store.savePoll({ attempt, reading: { ...aRow(reading, now), lineId }, topUps: [] });
  await reviewAlerts(world.deps);
}

async function twoLines(world: World): Promise<[string, string]> {
  const first = await withLine(world);
  const line = await world.deps.store.line(first);
  if (line) await world.deps.store.putLine({ ...line, id: 'second', name: 'Second', order: 1 });
  return [first, 'second'];
}

const pausedUntil = async (world: World) =>
  (await world.deps.store.lines()).map(({ alertsPausedUntil }) => alertsPausedUntil);

describe('the button of a notification', () => {
  it('makes its line quiet for a day, then tells what still holds, and nothing twice', async () => {
    const world = await startWorld();
    const [first, second] = await twoLines(world);
    await left(world, first, 300 * MB);
    const [notice] = world.notices;
    expect(notice?.snooze).toBe('Pause for a day');
    await snooze(world.deps, notice?.id ?? '');
    expect(await pausedUntil(world)).toEqual([toInstant(world.now() + DAY), null]);
    await left(world, first, 80 * MB);
    await left(world, second, 300 * MB);
    expect(titles(world)).toHaveLength(2);
    expect(titles(world)[1]).toContain('Second');
    await world.pass(DAY + HOUR);
    await left(world, first, 80 * MB);
    await left(world, first, 80 * MB);
    expect(titles(world)).toHaveLength(3);
    expect(titles(world)[2]).toContain('80 MB');
  });

  it('of several lines makes all of them quiet', async () => {
    const world = await startWorld();
    const [first, second] = await twoLines(world);
    await pauseAlerts(world.deps, null, toInstant(world.now() + HOUR));
    await left(world, first, 300 * MB);
    await left(world, second, 300 * MB);
    expect(world.notices).toEqual([]);
    await pauseAlerts(world.deps, null, null);
    expect(world.notices).toHaveLength(1);
    expect(world.notices[0]).toMatchObject({ id: 'lines:', snooze: 'Pause all for a day' });
    await snooze(world.deps, 'lines:');
    const until = toInstant(world.now() + DAY);
    expect(await pausedUntil(world)).toEqual([until, until]);
  });

  it('of a line that was removed meanwhile changes nothing', async () => {
    const world = await startWorld();
    await withLine(world);
    await snooze(world.deps, 'line:gone:low');
    expect(await pausedUntil(world)).toEqual([null]);
  });
});

describe('what was told', () => {
  it('F06: stays told through new backgrounds, a new browser, and a clock that runs ahead and back', async () => {
    let world = await startWorld();
    const lineId = await withLine(world);
    await left(world, lineId, 300 * MB);
    for (const what of ['background', 'browser', 'background'] as const) {
      world = await world.restart(what);
      await left(world, lineId, 300 * MB);
      await world.pass(400 * DAY);
      await left(world, lineId, 300 * MB);
      await world.pass(-400 * DAY);
      await left(world, lineId, 300 * MB);
    }
    expect(titles(world)).toHaveLength(1);
  });

  it('F06: stays told on the install that a file brings it to', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await left(world, lineId, 300 * MB);
    const text = exportText(await world.command['export-all']({}), NOW);
    await world.command['erase-all']({});
    await world.command['import-all']({ parts: partsIn(text) });
    await left(world, lineId, 300 * MB);
    expect(titles(world).filter((title) => title.includes('300 MB'))).toHaveLength(1);
    await left(world, lineId, 80 * MB);
    expect(titles(world).at(-1)).toContain('80 MB');
  });
});

it('quiet hours run by the clock of this browser, also for a line that counts its days elsewhere', async () => {
  const world = await startWorld();
  const lineId = await withLine(world);
  await world.command['edit-line']({ lineId, edit: { zone: 'Asia/Taipei' } });
  const settings = await world.deps.settings.get();
  const putQuietHours = (from: string, to: string) =>
    world.command['put-settings']({ settings: { ...settings, quietHours: { from, to } } });
  await putQuietHours('09:30', '10:30');
  await left(world, lineId, 300 * MB);
  expect(titles(world)).toEqual([]);
  await putQuietHours('17:30', '18:30');
  await left(world, lineId, 300 * MB);
  expect(titles(world)).toHaveLength(1);
});
