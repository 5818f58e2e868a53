import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MINUTE, toInstant } from '../../../utils/domain/instant.ts';
import { local, newProfile, refuseOpening, startWorker } from '../../support/stored.ts';
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

describe('a browser that allows no IndexedDB', () => {
  it.each(['InvalidStateError', 'SecurityError'])(
    'B05: by %s runs from memory, says so once, and polls land',
    async (name) => {
      const opens = refuseOpening(name);
      const store = startWorker();
      await store.putLine(aLine('a'));
      await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a'), sample: aSample('a') });
      await store.putGlance(aGlance(1, [aGlanceLine('a')]));
      expect(await store.reading('a')).toEqual(aReadingRow('a'));
      expect(await store.lastSample('a')).toEqual(aSample('a'));
      expect(await store.glance()).toEqual(aGlance(1, [aGlanceLine('a')]));
      expect(await store.notices()).toEqual(['memory-only']);
      expect(opens()).toBe(1);
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
