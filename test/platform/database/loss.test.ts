import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '../../../utils/domain/instant.ts';
import { createSettingsStore } from '../../../utils/platform/settings.ts';
import { local, loseDatabase, newProfile, startWorker } from '../../support/stored.ts';
import {
  aGlance,
  aGlanceLine,
  aLine,
  anAlert,
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

describe('a database that is suddenly empty', () => {
  it('is told as lost history, and the lines, figures and pending top-ups come back', async () => {
    await useOnce();
    await loseDatabase();
    const store = startWorker();
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.notices()).toEqual(['history-lost']);
    expect(await store.glance()).toEqual(aGlance(5, [LINE]));
    expect((await store.reading('a'))?.reading).toEqual(aReadingRow('a').reading);
    expect((await store.attempt('a'))?.nextPollAt).toBe(anAttempt('a').nextPollAt);
    expect(await store.alerts('a')).toEqual([anAlert('a')]);
    expect(await store.topUp('t')).toEqual(aTopUp('t', 'a'));
  });

  it('is told no more once the person closed it, whichever worker is asked, and again after another loss', async () => {
    await useOnce();
    await loseDatabase();
    const store = startWorker();
    expect(await store.notices()).toEqual(['history-lost']);
    await store.dismissNotice('history-lost');
    expect(await store.notices()).toEqual([]);
    store.close();
    const next = startWorker();
    await next.lines();
    expect(await next.notices()).toEqual([]);
    next.close();
    await loseDatabase();
    expect(await startWorker().notices()).toEqual(['history-lost']);
  });

  it('is told for a week, whichever worker is asked', async () => {
    await useOnce();
    await loseDatabase();
    await startWorker().lines();
    const afterDays = (days: number) => startWorker({ clock: { now: () => Date.parse(NOW) + days * DAY } });
    expect(await afterDays(6).notices()).toEqual(['history-lost']);
    expect(await afterDays(8).notices()).toEqual([]);
  });

  it('is told even where only the snapshot knows that there was history', async () => {
    await useOnce();
    await loseDatabase();
    await local.set({ lines: 'garbage' });
    const store = startWorker();
    expect(await store.lines()).toEqual([]);
    expect(await store.notices()).toEqual(['history-lost']);
  });

  it('is a first run where there was nothing to lose', async () => {
    const store = startWorker();
    await store.lines();
    store.close();
    await loseDatabase();
    expect(await startWorker().notices()).toEqual([]);
  });
});

describe('a storage.local that is suddenly empty', () => {
  it('is told as lost settings, and the lines stay', async () => {
    await useOnce();
    await local.clear();
    const store = startWorker();
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.reading('a')).toEqual(aReadingRow('a'));
    expect(await store.notices()).toEqual(['settings-lost']);
    expect(await local.get(['lines', 'glance'])).toMatchObject({
      lines: [aLine('a')],
      glance: { revision: 5 },
    });
  });

  it('is no loss on the very first start', async () => {
    expect(await startWorker().notices()).toEqual([]);
  });
});

describe('a storage.local that refuses', () => {
  const refuse = () => {
    const error = new Error('An unexpected error occurred');
    const get = vi.spyOn(local, 'get').mockRejectedValue(error);
    const set = vi.spyOn(local, 'set').mockRejectedValue(error);
    return () => {
      get.mockRestore();
      set.mockRestore();
    };
  };

  it('B04: costs neither lines nor figures, is told, and settings fall back to their defaults', async () => {
    await useOnce();
    const mend = refuse();
    const store = startWorker();
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.glance()).toEqual(aGlance(5, [LINE]));
    await store.savePoll({ attempt: anAttempt('a'), reading: aReadingRow('a', NOW, 'New plan') });
    await store.putGlance(aGlance(6, [LINE]));
    expect(await store.reading('a')).toEqual(aReadingRow('a', NOW, 'New plan'));
    expect(await store.notices()).toEqual(['settings-lost']);
    const settings = createSettingsStore({ random: () => 0.5 });
    expect(await settings.get()).toMatchObject({ units: 'decimal', phase: 0.5 });
    mend();
    expect(await store.notices()).toEqual([]);
  });

  it('B04: at the very moment the database is empty too, nothing is concluded that could cost the lines', async () => {
    await useOnce();
    await loseDatabase();
    const mend = refuse();
    const blind = startWorker();
    expect(await blind.lines()).toEqual([]);
    blind.close();
    mend();
    const store = startWorker();
    expect(await store.lines()).toEqual([aLine('a')]);
    expect(await store.notices()).toEqual(['history-lost']);
  });
});
