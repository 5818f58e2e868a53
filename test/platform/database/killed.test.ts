import { beforeEach, describe, expect, it, vi } from 'vitest';
import { local, newProfile, startWorker, storedTables } from '../../support/stored.ts';
import {
  aGlance,
  aGlanceLine,
  aLine,
  anAttempt,
  aReadingRow,
  aTopUp,
  NOW,
} from '../../support/stored-rows.ts';

beforeEach(newProfile);

const LINE = aGlanceLine('a', {
  alerts: [{ kind: 'low', key: 'low', since: NOW, days: null, label: null }],
  topUp: aTopUp('t', 'a'),
});

const useOnce = async () => {
  const store = startWorker();
  await store.putLine(aLine('a'));
  await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a') });
  await store.putGlance(aGlance(5, [LINE]));
  store.close();
};

describe('a worker killed between the database and the snapshot', () => {
  it('leaves a snapshot that is behind, which the next one makes good', async () => {
    await useOnce();
    const store = startWorker();
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('killed'));
    await store.putGlance(aGlance(6, [LINE]));
    expect(await local.get('glance')).toMatchObject({ glance: { revision: 5 } });
    store.close();
    await startWorker().lines();
    expect(await local.get('glance')).toMatchObject({ glance: { revision: 6 } });
  });

  it('leaves a database that is behind where only the snapshot could be written', async () => {
    await useOnce();
    const newer = { ...LINE, checkedAt: '2026-05-02T10:30:00Z' };
    await local.set({ glance: { revision: 9, historyExists: true, glance: aGlance(9, [newer]) } });
    const store = startWorker();
    expect((await store.glance())?.revision).toBe(9);
    expect((await store.reading('a'))?.checkedAt).toBe('2026-05-02T10:30:00Z');
    expect((await storedTables()).glance).toMatchObject([{ glance: { revision: 9 } }]);
  });

  it('leaves lines whose copy is behind, which the next one makes good', async () => {
    await useOnce();
    const store = startWorker();
    await store.lines();
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('killed'));
    await store.putLine(aLine('b'));
    store.close();
    await startWorker().lines();
    expect((await local.get('lines')).lines).toEqual([aLine('a'), aLine('b')]);
  });
});
