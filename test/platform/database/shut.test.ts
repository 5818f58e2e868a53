import { forceCloseDatabase } from 'fake-indexeddb';
import { type IDBPDatabase, openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MINUTE, toInstant } from '../../../utils/domain/instant.ts';
import { MIGRATIONS, migrate } from '../../../utils/platform/database/migrations.ts';
import { DATABASE } from '../../../utils/platform/database/tables.ts';
import { local, newProfile, plant, refuseOpening, startWorker, storedTables } from '../../support/stored.ts';
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

/** A first worker adds a line, reads it and ends. */
async function useOnce(): Promise<void> {
  const store = startWorker();
  await store.putLine(aLine('a'));
  await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') });
  await store.putGlance(aGlance(4, [aGlanceLine('a')]));
  store.close();
}

const later = (minutes: number) => ({ now: () => Date.parse(NOW) + minutes * 60_000 });

describe('a browser that allows no IndexedDB', () => {
  it.each(['InvalidStateError', 'SecurityError'])(
    'B05: by %s runs from memory, says so once, and polls land',
    async (name) => {
      refuseOpening(name);
      const store = startWorker();
      await store.putLine(aLine('a'));
      await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') });
      await store.putGlance(aGlance(1, [aGlanceLine('a')]));
      expect(await store.reading('a')).toEqual(aReadingRow('a'));
      expect(await store.lastSample('a')).toEqual(aSample('a'));
      expect(await store.glance()).toEqual(aGlance(1, [aGlanceLine('a')]));
      expect(await store.notices()).toEqual(['memory-only']);
    },
  );

  it('B05: by having none at all is no different', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = startWorker();
    await store.putLine(aLine('a'));
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.notices()).toEqual(['memory-only']);
    vi.unstubAllGlobals();
  });

  it('B05: keeps lines, figures and the budget of polls for the next worker of the same browser', async () => {
    refuseOpening('InvalidStateError');
    const attempt = anAttempt('a', NOW, { recent: ['2026-05-02T09:00:00Z', NOW] });
    const store = startWorker();
    await store.putLine(aLine('a'));
    await store.savePoll({ attempt, reading: aReadingRow('a'), sample: aSample('a') });
    const next = startWorker();
    expect(await next.lines()).toEqual([aLine('a')]);
    expect(await next.attempt('a')).toEqual(attempt);
    expect(await next.reading('a')).toEqual(aReadingRow('a'));
    await next.removeLine('a', false);
    const last = startWorker();
    expect(await last.lines()).toEqual([]);
    expect(await last.reading('a')).toBeNull();
  });
});

describe('what outlives the worker beside the database', () => {
  it.each([false, true])('B10: is never history, however long (memory-only: %s)', async (refused) => {
    if (refused) refuseOpening('InvalidStateError');
    const store = startWorker();
    await store.putLine(aLine('a'));
    const minutes = Array.from({ length: 5000 }, (_, minute) => toInstant(Date.parse(NOW) + minute * MINUTE));
    await store.putSamples(minutes.map((at) => aSample('a', at)));
    await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') });
    await store.putGlance(aGlance(1, [aGlanceLine('a')]));
    expect(await store.samples('a', NOW)).toHaveLength(5000);
    const kept = JSON.stringify([await fakeBrowser.storage.session.get(), await local.get()]);
    expect(kept).not.toContain('"grain"');
    expect(kept.length).toBeLessThan(10_000);
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });
});

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
    forceCloseDatabase(db as never);
    expect(await store.reading('a')).toEqual(aReadingRow('a'));
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

describe('an older version of the extension, put back', () => {
  const newerDatabase = async () => {
    const db = await openDB(DATABASE, 3, { upgrade: (upgraded) => void upgraded.createObjectStore('later') });
    await db.put('lines', { ...aLine('b'), v: 2, colour: 'red' });
    db.close();
  };

  it('B13: reads what it can, writes nothing there and says so', async () => {
    await useOnce();
    await newerDatabase();
    const before = await storedTables();
    const store = startWorker();
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.reading('a')).toEqual(aReadingRow('a'));
    expect(await store.glance()).toEqual(aGlance(4, [aGlanceLine('a')]));
    expect(await store.notices()).toEqual(['read-only']);
    await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a', '2026-05-02T10:05:00Z') });
    expect(await store.reading('a')).toEqual(aReadingRow('a', '2026-05-02T10:05:00Z'));
    await store.putLine(aLine('a', { name: 'renamed' }));
    store.close();
    expect(await storedTables()).toEqual(before);
  });

  it('B13: leaves the copy of the lines to the newer version', async () => {
    await useOnce();
    await newerDatabase();
    const store = startWorker();
    await store.removeLine('a', false);
    expect(await store.lines()).toEqual([]);
    expect((await local.get('lines')).lines).toEqual([aLine('a')]);
  });
});

describe('a database that cannot be opened', () => {
  it('is left alone after a second try and a few rebuilds a day, while the snapshot serves', async () => {
    await useOnce();
    const opens = refuseOpening('UnknownError');
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
    for (let start = 0; start < 6; start++) {
      const store = startWorker();
      expect(await store.lines()).toEqual([aLine('a')]);
      expect((await store.reading('a'))?.reading).toEqual(aReadingRow('a').reading);
      expect((await store.attempt('a'))?.nextPollAt).toBe(anAttempt('a').nextPollAt);
      expect(await store.notices()).toEqual(['memory-only']);
    }
    expect(deleted).toHaveBeenCalledTimes(3);
    expect(opens()).toBe(3 * 3 + 3 * 2);
    deleted.mockRestore();
  });

  it('is used again when it opens later, with what was changed meanwhile', async () => {
    await useOnce();
    const clock = { now: later(0).now };
    const refusing = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const store = startWorker({ clock: { now: () => clock.now() } });
    await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a', '2026-05-02T10:05:00Z') });
    await store.putLine(aLine('b'));
    refusing.mockRestore();
    expect((await storedTables()).lines).toEqual([aLine('a')]);
    clock.now = later(11).now;
    expect((await store.lines()).map((line) => line.id)).toEqual(['a', 'b']);
    expect((await storedTables()).readings).toEqual([aReadingRow('a', '2026-05-02T10:05:00Z')]);
    expect(await store.notices()).toEqual([]);
  });

  it('whose rows another hand emptied of their fields still answers', async () => {
    await useOnce();
    await plant('attempts', { lineId: 'a' });
    expect(await startWorker().attempt('a')).toBeNull();
  });
});
