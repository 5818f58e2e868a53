import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, toInstant } from '../../../utils/domain/instant.ts';
import { KEY_PATHS, TABLES, type Table } from '../../../utils/platform/database/tables.ts';
import { newProfile, plant, startWorker, storedTables } from '../../support/stored.ts';
import { aLine, anAlert, anAttempt, aReadingRow, aSample, aTopUp, NOW } from '../../support/stored-rows.ts';

beforeEach(newProfile);

const begun = async () => {
  const store = startWorker();
  await store.lines();
  return store;
};

/** Any JSON object under a key that the table takes. */
const strangeRow = (table: Table) =>
  fc.dictionary(fc.string(), fc.jsonValue()).map((row) => {
    const path = [KEY_PATHS[table]].flat();
    const key = Object.fromEntries(path.map((part) => [part, part === 'at' ? '2026-01-01' : 'odd']));
    return { ...row, ...key };
  });

const strangeRows = fc.record(
  Object.fromEntries(
    TABLES.filter((table) => table !== 'meta' && table !== 'quarantine').map((table) => [
      table,
      fc.array(strangeRow(table), { maxLength: 3 }),
    ]),
  ),
) as fc.Arbitrary<Partial<Record<Table, object[]>>>;

describe('rows that cannot be read', () => {
  it('B14: whatever JSON stands in the tables, the sound rows are read and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(strangeRows, async (strange) => {
        newProfile();
        const store = await begun();
        await store.putLine(aLine('a'));
        const poll = { attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') };
        await store.savePoll({ ...poll, alerts: [anAlert('a')], topUps: [aTopUp('t', 'a')] });
        for (const [table, rows] of Object.entries(strange)) await plant(table as Table, ...rows);
        expect(await store.lines()).toEqual([aLine('a')]);
        expect(await store.reading('a')).toEqual(poll.reading);
        expect(await store.samples('a', '2020-01-01T00:00:00Z')).toEqual([poll.sample]);
        expect(await store.topUps()).toEqual([aTopUp('t', 'a')]);
        expect(await store.line('odd')).toBeNull();
        expect(await store.reading('odd')).toBeNull();
        expect(await store.attempt('odd')).toBeNull();
        expect(await store.lastSample('odd')).toBeNull();
        expect(await store.topUp('odd')).toBeNull();
        expect(await store.glance()).toBeNull();
        await store.compact(NOW);
        expect(await store.notices()).toEqual(
          (await storedTables()).quarantine?.length ? ['rows-set-aside'] : [],
        );
        store.close();
      }),
      { seed: 20260502, numRuns: 40 },
    );
  });

  it('B14: are moved to quarantine as they stood, and counted once', async () => {
    const store = await begun();
    const row = { v: 9, lineId: 'a', reading: 'none' };
    await plant('readings', row);
    expect(await store.reading('a')).toBeNull();
    expect(await store.reading('a')).toBeNull();
    const { readings, quarantine } = await storedTables();
    expect(readings).toEqual([]);
    expect(quarantine).toEqual([{ id: 1, table: 'readings', lineId: 'a', at: NOW, row }]);
    expect(await store.notices()).toEqual(['rows-set-aside']);
  });

  it('B14: do not take the next good row of the same key with them', async () => {
    const store = await begun();
    await plant('samples', { ...aSample('a', NOW), grain: 'minute' }, aSample('a', '2026-05-01T10:00:00Z'));
    expect(await store.lastSample('a')).toEqual(aSample('a', '2026-05-01T10:00:00Z'));
    await store.putSamples([aSample('a', NOW)]);
    expect(await store.lastSample('a')).toEqual(aSample('a', NOW));
  });

  it('B14: cost no line, since its copy is put back in their place', async () => {
    const store = await begun();
    await store.putLine(aLine('a'));
    store.close();
    await plant('lines', { id: 'a', name: 7 });
    const next = startWorker();
    expect(await next.lines()).toEqual([aLine('a')]);
    expect(await next.notices()).toEqual(['rows-set-aside']);
  });

  it('are forgotten with time', async () => {
    const store = await begun();
    await plant('readings', { lineId: 'a' });
    await store.reading('a');
    await store.compact(toInstant(Date.parse(NOW) + 91 * DAY));
    expect(await store.notices()).toEqual([]);
  });
});
