import { beforeEach, describe, expect, it } from 'vitest';
import { local, newProfile, plant, startWorker, storedTables } from '../../support/stored.ts';
import {
  aGlance,
  aGlanceLine,
  aLine,
  anAlert,
  anAttempt,
  aReadingRow,
  aSample,
  aTopUp,
} from '../../support/stored-rows.ts';

beforeEach(newProfile);

describe('removing a line', () => {
  const seeded = async () => {
    const store = startWorker();
    for (const id of ['gone', 'stays']) {
      await store.putLine(aLine(id));
      await store.savePoll({
        attempt: anAttempt(id),
        reading: aReadingRow(id),
        sample: aSample(id),
        alerts: [anAlert(id)],
        topUps: [aTopUp(`t-${id}`, id)],
      });
    }
    await plant('readings', { lineId: 'gone', odd: true });
    await plant('topUps', { id: 't-odd', lineId: 'gone' });
    await store.reading('gone');
    await store.topUps();
    return store;
  };

  it('takes all that was stored of it, rows that could not be read included', async () => {
    const store = await seeded();
    await store.removeLine('gone', false);
    await store.putGlance(aGlance(1, [aGlanceLine('stays')]));
    expect(JSON.stringify(await storedTables())).not.toContain('gone');
    expect(JSON.stringify(await local.get())).not.toContain('gone');
    expect(await store.reading('stays')).toEqual(aReadingRow('stays'));
    expect(await store.topUps('stays')).toHaveLength(1);
  });

  it('leaves the receipts where the person wants to keep them', async () => {
    const store = await seeded();
    await store.removeLine('gone', true);
    expect(await store.topUps('gone')).toEqual([aTopUp('t-gone', 'gone')]);
    const { topUps, quarantine, ...rest } = await storedTables();
    expect(JSON.stringify(rest)).not.toContain('gone');
    expect(JSON.stringify(quarantine)).toContain('t-odd');
  });

  it('does not bring it back after the worker has died', async () => {
    const store = await seeded();
    await store.removeLine('gone', true);
    await store.removeLine('stays', true);
    store.close();
    const next = startWorker();
    expect(await next.lines()).toEqual([]);
    expect(await next.notices()).not.toContain('history-lost');
  });
});

describe('erasing everything', () => {
  it('leaves nothing behind and is no loss of history', async () => {
    const store = startWorker();
    await store.putLine(aLine('a'));
    await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') });
    await store.putGlance(aGlance(3, [aGlanceLine('a')]));
    await store.eraseAll();
    expect(await store.lines()).toEqual([]);
    const { meta, ...tables } = await storedTables();
    expect(Object.values(tables).flat()).toEqual([]);
    expect(JSON.stringify(await local.get())).not.toContain('api.example');
    store.close();
    expect(await startWorker().notices()).toEqual([]);
  });

  it('is finished by the next worker where the first one died on the way', async () => {
    const store = startWorker();
    await store.putLine(aLine('a'));
    store.close();
    await local.set({ erasing: true, lines: [], glance: null });
    const next = startWorker();
    expect(await next.lines()).toEqual([]);
    expect(await next.notices()).toEqual([]);
    await next.putLine(aLine('later'));
    next.close();
    expect((await startWorker().lines()).map((line) => line.id)).toEqual(['later']);
  });
});
