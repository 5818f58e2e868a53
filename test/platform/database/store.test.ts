import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import type { Store } from '../../../utils/app/ports.ts';
import type { DataStore } from '../../../utils/platform/database/store.ts';
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

const EARLY = '2026-05-01T08:00:00Z';
const LATE = '2026-05-02T08:00:00Z';

describe('what is stored', () => {
  it('fits what the use cases ask for', () => {
    expectTypeOf<DataStore>().toExtend<Store>();
  });

  it('is there for the worker that starts next', async () => {
    const first = startWorker();
    await first.putLines([aLine('b', { order: 2 }), aLine('a', { order: 1 })]);
    await first.savePoll({
      attempt: anAttempt('a'),
      reading: aReadingRow('a'),
      sample: aSample('a'),
      alerts: [anAlert('a')],
      topUps: [aTopUp('t', 'a')],
    });
    await first.putGlance(aGlance(7));
    first.close();
    const next = startWorker();
    expect((await next.lines()).map((line) => line.id)).toEqual(['a', 'b']);
    expect(await next.line('a')).toEqual(aLine('a', { order: 1 }));
    expect(await next.reading('a')).toEqual(aReadingRow('a'));
    expect(await next.attempt('a')).toEqual(anAttempt('a'));
    expect(await next.alerts('a')).toEqual([anAlert('a')]);
    expect(await next.topUps()).toEqual([aTopUp('t', 'a')]);
    expect(await next.glance()).toEqual(aGlance(7));
    expect(await next.notices()).toEqual([]);
  });

  it('answers null for what there is not', async () => {
    const store = startWorker();
    expect(await store.line('none')).toBeNull();
    expect(await store.reading('none')).toBeNull();
    expect(await store.lastSample('none')).toBeNull();
    expect(await store.glance()).toBeNull();
    expect(await store.lines()).toEqual([]);
  });

  it('keeps the history of lines apart even where one id begins like another', async () => {
    const store = startWorker();
    await store.putSamples([
      aSample('a', LATE),
      aSample('a', EARLY),
      aSample('ab', EARLY),
      aSample('', EARLY),
    ]);
    expect(await store.samples('a', '2020-01-01T00:00:00Z')).toEqual([
      aSample('a', EARLY),
      aSample('a', LATE),
    ]);
    expect(await store.samples('a', LATE)).toEqual([aSample('a', LATE)]);
    expect(await store.lastSample('a')).toEqual(aSample('a', LATE));
  });

  it('takes a poll whole or not at all', async () => {
    const store = startWorker();
    await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a', EARLY) });
    const unstorable = { ...aSample('a'), at: null as unknown as string };
    const poll = { attempt: anAttempt('a', LATE), reading: aReadingRow('a', LATE), sample: unstorable };
    await expect(store.savePoll(poll)).rejects.toThrow();
    expect(await store.attempt('a')).toEqual(anAttempt('a'));
    expect(await store.reading('a')).toEqual(aReadingRow('a', EARLY));
  });
});

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
    expect(JSON.stringify(await local.get())).not.toContain('carrier.example');
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
