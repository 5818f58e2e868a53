import { forceCloseDatabase } from 'fake-indexeddb';
import { type IDBPDatabase, openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, migrate } from '../../../utils/platform/database/migrations.ts';
import { DATABASE } from '../../../utils/platform/database/tables.ts';
import { newProfile, startWorker, storedTables } from '../../support/stored.ts';
import { aGlance, aGlanceLine, aLine, anAttempt, aReadingRow, aSample } from '../../support/stored-rows.ts';

beforeEach(newProfile);

/** A first worker adds a line, reads it and ends. */
async function useOnce(): Promise<void> {
  const store = startWorker();
  await store.putLine(aLine('a'));
  await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') });
  await store.putGlance(aGlance(4, [aGlanceLine('a')]));
  store.close();
}

describe('an upgrade while an old page is open', () => {
  const openOldVersion = async () => {
    const old = await openDB(DATABASE, 1, {
      upgrade: (db, from, _to, tx) => migrate(db as IDBPDatabase, tx, from, MIGRATIONS.slice(0, 1)),
    });
    await old.put('lines', aLine('a'));
    return old;
  };

  it('B06: does not hang the worker: the snapshot serves, and what was changed is made good', async () => {
    await useOnce();
    await indexedDB.deleteDatabase(DATABASE);
    const old = await openOldVersion();
    const store = startWorker({ wait: () => Promise.resolve() });
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.glance()).toEqual(aGlance(4, [aGlanceLine('a')]));
    const poll = {
      attempt: anAttempt('a', '2026-05-02T10:05:00Z'),
      reading: aReadingRow('a', '2026-05-02T10:05:00Z'),
    };
    await store.savePoll(poll);
    expect(await store.notices()).toEqual([]);
    old.close();
    await vi.waitFor(async () => expect((await storedTables()).meta).toBeDefined());
    await vi.waitFor(async () => {
      await store.lines();
      expect((await storedTables()).readings).toEqual([poll.reading]);
    });
    expect(await store.attempt('a')).toEqual(poll.attempt);
  });

  it('B06: closes our own connection as soon as a newer version asks for the database', async () => {
    await useOnce();
    const store = startWorker();
    await store.lines();
    const newer = await openDB(DATABASE, 9);
    expect(newer.version).toBe(9);
    newer.close();
  });
});

describe('a connection that ends under us', () => {
  const openedBy = async (work: () => Promise<unknown>): Promise<IDBPDatabase[]> => {
    const open = vi.spyOn(indexedDB, 'open');
    await work();
    const opened = open.mock.results.map(({ value }) => (value as IDBOpenDBRequest).result);
    open.mockRestore();
    return opened as unknown as IDBPDatabase[];
  };

  it('B07: is dropped when the browser closes it, and the next call opens anew', async () => {
    await useOnce();
    const store = startWorker();
    const [db] = await openedBy(() => store.lines());
    const closed = new Promise((told) => db?.addEventListener('close', told));
    forceCloseDatabase(db as never);
    await closed;
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    expect(await store.reading('a')).toEqual(aReadingRow('a'));
    expect(transactions.mock.contexts).not.toContain(db);
    transactions.mockRestore();
    await store.putAttempt(anAttempt('a', '2026-05-02T10:05:00Z'));
    expect(await store.attempt('a')).toEqual(anAttempt('a', '2026-05-02T10:05:00Z'));
    expect(await store.notices()).toEqual([]);
  });

  it('B07: is opened anew even where the browser said nothing', async () => {
    await useOnce();
    const store = startWorker();
    const [db] = await openedBy(() => store.lines());
    (unwrap(db as IDBPDatabase) ?? (db as unknown as IDBDatabase)).close();
    expect(await store.reading('a')).toEqual(aReadingRow('a'));
  });
});
