import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, toInstant, toMs } from '../../../utils/domain/instant.ts';
import { createHistoryReader } from '../../../utils/platform/database/history-reader.ts';
import { DATABASE } from '../../../utils/platform/database/tables.ts';
import { newProfile, plant, refuseOpening, startWorker } from '../../support/stored.ts';
import { aLine, aSample, NOW } from '../../support/stored-rows.ts';

beforeEach(newProfile);

const at = (hour: number) => toInstant(toMs(NOW) + hour * HOUR);
const rows = (lineId: string, ...hours: number[]) => hours.map((hour) => aSample(lineId, at(hour)));

async function stored(...samples: ReturnType<typeof aSample>[]) {
  const store = startWorker();
  await store.putLine(aLine('a'));
  await store.putSamples(samples);
  return store;
}

describe('what the history page reads', () => {
  it('is the last days with the row before them, then all the rest, of one line alone', async () => {
    await stored(...rows('a', 1, 2, 3, 4), ...rows('b', 1, 2), ...rows('a2', 1));
    const reader = createHistoryReader();
    expect(await reader.since('a', at(3))).toEqual({ samples: rows('a', 2, 3, 4), bad: 0 });
    expect(await reader.before('a', at(2))).toEqual({ samples: rows('a', 1), bad: 0 });
    expect(await reader.before('a', at(1))).toEqual({ samples: [], bad: 0 });
  });

  it('is all there is before the last days where nothing happened in them', async () => {
    await stored(...rows('a', 1, 2));
    expect(await createHistoryReader().since('a', at(99))).toEqual({ samples: rows('a', 2), bad: 0 });
  });

  it('is whole and in order, however many rows there are', async () => {
    const many = rows('a', ...Array.from({ length: 6500 }, (_, hour) => hour));
    await stored(...many);
    expect((await createHistoryReader().before('a', at(6499))).samples).toEqual(many.slice(0, -1));
  });

  it('leaves out a row that cannot be read, counts it, and writes nothing', async () => {
    await stored(...rows('a', 1, 3));
    await plant('samples', { ...aSample('a', at(2)), remaining: 'much' });
    const reader = createHistoryReader();
    expect(await reader.since('a', at(1))).toEqual({ samples: rows('a', 1, 3), bad: 1 });
    const db = await openDB(DATABASE);
    expect([await db.count('samples'), await db.count('quarantine')]).toEqual([3, 0]);
    db.close();
  });

  it('is read on after its connection gave way', async () => {
    const store = await stored(...rows('a', 1));
    const reader = createHistoryReader();
    await reader.since('a', at(0));
    store.close();
    // A newer version opens the database, for which every other connection closes.
    (await openDB(DATABASE, 99)).close();
    expect((await reader.since('a', at(0))).samples).toEqual(rows('a', 1));
  });

  it('is refused where there is no database or none can be opened, and none is made', async () => {
    const reader = createHistoryReader();
    await expect(reader.since('a', NOW)).rejects.toThrow();
    expect(await indexedDB.databases()).toEqual([]);
    await stored(...rows('a', 1));
    refuseOpening('UnknownError');
    await expect(createHistoryReader().since('a', NOW)).rejects.toThrow();
  });
});
