import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readGlance } from '../../../utils/platform/database/glance-reader.ts';
import { DATABASE, GLANCE_ID } from '../../../utils/platform/database/tables.ts';
import { importsOf } from '../../support/source-files.ts';
import { local, newProfile, plant, refuseOpening, startWorker } from '../../support/stored.ts';
import { aGlance, aGlanceLine, aLine, anAttempt, aSample } from '../../support/stored-rows.ts';

beforeEach(newProfile);

const written = async (revision = 3) => {
  const store = startWorker();
  await store.putLine(aLine('a'));
  await store.savePoll({ attempt: anAttempt('a'), sample: aSample('a') });
  await store.putGlance(aGlance(revision, [aGlanceLine('a')]));
  return store;
};

describe('what the popup reads', () => {
  it('is the record that the background wrote', async () => {
    await written();
    expect(await readGlance()).toEqual(aGlance(3, [aGlanceLine('a')]));
  });

  it('is nothing on a first run, and leaves no database behind', async () => {
    expect(await readGlance()).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is the snapshot where the database cannot be opened', async () => {
    await written();
    refuseOpening('UnknownError');
    expect(await readGlance()).toEqual(aGlance(3, [aGlanceLine('a')]));
  });

  it('is the record where storage.local refuses', async () => {
    await written();
    const get = vi.spyOn(local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));
    expect(await readGlance()).toEqual(aGlance(3, [aGlanceLine('a')]));
    get.mockRestore();
  });

  it('is the snapshot where the database does not answer', async () => {
    await written();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
    expect(await readGlance(() => Promise.resolve())).toEqual(aGlance(3, [aGlanceLine('a')]));
    open.mockRestore();
  });

  it.each([2, 9])('is the newer of the two where the snapshot has revision %i', async (revision) => {
    await written();
    await local.set({ glance: { revision, historyExists: true, glance: aGlance(revision) } });
    expect((await readGlance())?.revision).toBe(Math.max(3, revision));
  });

  it('is nothing where neither can be made sense of, so that it is rebuilt', async () => {
    const store = await written();
    store.close();
    await plant('glance', { id: GLANCE_ID, glance: { v: 1, revision: 4, lines: [null] } });
    await local.set({ glance: { revision: 4, glance: 'garbage' } });
    expect(await readGlance()).toBeNull();
  });

  it('never stands in the way of an upgrade', async () => {
    const store = await written();
    store.close();
    await readGlance();
    const newer = await openDB(DATABASE, 9);
    expect(newer.version).toBe(9);
    newer.close();
  });

  it('touches the glance alone, however long the history is', async () => {
    const store = await written();
    store.close();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await readGlance();
    expect(transaction.mock.calls.map(([stores]) => stores)).toEqual(['glance']);
    transaction.mockRestore();
  });

  it('comes without the schemas and the migrations, so that the popup stays small', () => {
    const seen = new Set<string>();
    const follow = (file: string) => {
      for (const { from, typeOnly } of importsOf(file)) {
        if (typeOnly || seen.has(from)) continue;
        seen.add(from);
        if (from.endsWith('.ts')) follow(from);
      }
    };
    follow('utils/platform/database/glance-reader.ts');
    expect([...seen].toSorted()).toEqual([
      'utils/domain/glance.ts',
      'utils/platform/database/glance-record.ts',
      'utils/platform/database/snapshot.ts',
      'utils/platform/database/tables.ts',
      'wxt/browser',
    ]);
  });
});
