import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, toInstant } from '../../../utils/domain/instant.ts';
import { fillDisk, local, newProfile, startWorker, storedTables } from '../../support/stored.ts';
import {
  aGlance,
  aGlanceLine,
  aLine,
  anAttempt,
  aReadingRow,
  aSample,
  NOW,
} from '../../support/stored-rows.ts';

beforeEach(newProfile);

const daysAgo = (days: number) => toInstant(Date.parse(NOW) - days * DAY);
const poll = { attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') };

const withHistory = async (oldestDay: number) => {
  const store = startWorker();
  await store.putLine(aLine('a'));
  const days = Array.from({ length: oldestDay }, (_, day) => oldestDay - day);
  await store.putSamples(days.map((day) => aSample('a', daysAgo(day))));
  return store;
};

describe('a disk without room', () => {
  it('B09: costs the oldest history first, once, and the poll lands whole', async () => {
    const store = await withHistory(40);
    let refused = 0;
    fillDisk(['samples'], () => refused++ === 0);
    await store.savePoll(poll);
    const kept = await store.samples('a', daysAgo(400));
    expect(kept.at(-1)).toEqual(poll.sample);
    expect(kept[0]?.at).toBe(daysAgo(30));
    expect(await store.reading('a')).toEqual(poll.reading);
    expect(await store.notices()).toEqual([]);
  });

  it('B09: never costs the history of the last two weeks', async () => {
    const store = await withHistory(14);
    fillDisk(['samples']);
    await store.savePoll(poll);
    expect(await store.samples('a', daysAgo(400))).toHaveLength(14);
  });

  it('B09: leaves history out where pruning does not help, says so, and the reading lands', async () => {
    const store = await withHistory(20);
    let full = true;
    fillDisk(['samples'], () => full);
    await store.savePoll(poll);
    expect(await store.reading('a')).toEqual(poll.reading);
    expect(await store.attempt('a')).toEqual(poll.attempt);
    expect((await storedTables()).readings).toEqual([poll.reading]);
    expect(await store.notices()).toEqual(['storage-full']);
    full = false;
    await store.savePoll(poll);
    expect(await store.notices()).toEqual([]);
  });

  it('B09: with no room at all, the reading still reaches the glance and lands when there is room again', async () => {
    let now = Date.parse(NOW);
    const store = startWorker({ clock: { now: () => now } });
    await store.putLine(aLine('a'));
    let full = true;
    fillDisk(['samples', 'readings', 'attempts', 'glance', 'lines'], () => full);
    await store.savePoll(poll);
    await store.putGlance(aGlance(2, [aGlanceLine('a')]));
    expect(await store.reading('a')).toEqual(poll.reading);
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.notices()).toEqual(['storage-full']);
    expect((await local.get('glance')).glance).toMatchObject({ revision: 2 });
    now += 11 * 60_000;
    expect(await store.reading('a')).toEqual(poll.reading);
    full = false;
    now += 11 * 60_000;
    await store.lines();
    const { readings, samples, glance } = await storedTables();
    expect({ readings, samples }).toEqual({ readings: [poll.reading], samples: [poll.sample] });
    expect(glance).toMatchObject([{ glance: { revision: 2 } }]);
    expect(await store.notices()).toEqual([]);
  });
});
