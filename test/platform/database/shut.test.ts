import { openDB } from 'idb';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
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
  it('B01: is deleted and made anew: the lines are back, the loss is told, and what is read next is stored', async () => {
    await useOnce();
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
    onTestFinished(() => deleted.mockRestore());
    const opens = refuseOpening('UnknownError', () => deleted.mock.calls.length > 0);
    const store = startWorker();
    expect(await store.lines()).toEqual([aLine('a')]);
    expect([deleted.mock.calls, opens()]).toEqual([[[DATABASE]], 3]);
    expect(await store.notices()).toEqual(['history-lost']);
    const next = aReadingRow('a', '2026-05-02T10:05:00Z');
    await store.savePoll({ attempt: anAttempt('a'), reading: next, sample: aSample('a') });
    store.close();
    const { lines, readings, samples } = await storedTables();
    expect([lines, readings, samples]).toEqual([[aLine('a')], [next], [aSample('a')]]);
    expect(await startWorker().reading('a')).toEqual(next);
  });

  it('B01: is left alone after a second try and a few rebuilds a day, while the snapshot serves', async () => {
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
