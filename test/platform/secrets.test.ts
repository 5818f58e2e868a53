import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SecretStore } from '../../utils/app/ports.ts';
import { WeakPassphraseError } from '../../utils/domain/locked.ts';
import type { SecretVault } from '../../utils/platform/secrets.ts';
import { CANARY, OAUTH, PASSPHRASE, SECRET, startWorker } from '../support/secrets.ts';

const { local, session, sync } = fakeBrowser.storage;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('secrets without a passphrase', () => {
  it('fit what the use cases ask for', () => {
    expectTypeOf<SecretVault>().toExtend<SecretStore>();
  });

  it('are there for the next worker, by line', async () => {
    const store = startWorker();
    await store.put('a', SECRET);
    await store.put('b', OAUTH);
    const next = startWorker();
    expect(await next.get('a')).toEqual(SECRET);
    expect(await next.get('b')).toEqual(OAUTH);
    expect(await next.get('c')).toBeNull();
    expect([await next.has('a'), await next.has('c')]).toEqual([true, false]);
    expect(await next.state()).toBe('plain');
  });

  it('go one by one and all at once', async () => {
    const store = startWorker();
    await store.put('a', SECRET);
    await store.put('b', SECRET);
    await store.remove('a');
    expect([await store.get('a'), await store.get('b')]).toEqual([null, SECRET]);
    await store.setPassphrase(PASSPHRASE);
    await store.removeAll();
    expect(await store.state()).toBe('plain');
    expect([await local.get(), await session.get()]).toEqual([{}, {}]);
  });

  it('that are damaged count as none', async () => {
    const store = startWorker();
    await store.put('a', SECRET);
    await local.set({ 'secret:first:a': { values: 7 } });
    expect(await store.get('a')).toBeNull();
  });

  it('that cannot be read are not taken for missing, and nothing is written over them', async () => {
    const store = startWorker();
    await store.put('a', SECRET);
    const get = vi.spyOn(local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));
    await expect(store.get('a')).rejects.toThrow('unexpected');
    await expect(store.put('a', OAUTH)).rejects.toThrow('unexpected');
    expect([await store.has('a'), await store.state()]).toEqual([false, 'plain']);
    get.mockRestore();
    expect(await store.get('a')).toEqual(SECRET);
  });
});

describe('the passphrase', () => {
  it.each(['', '1234567', 'seven c', '12345678', '12345678901', '一二三四五六七', '١٢٣٤٥٦٧٨٩'])(
    'G03: is refused where trying them all would take minutes: "%s"',
    async (weak) => {
      const store = startWorker();
      await store.put('a', SECRET);
      await expect(store.setPassphrase(weak)).rejects.toThrow(WeakPassphraseError);
      expect(await store.state()).toBe('plain');
      expect(await store.get('a')).toEqual(SECRET);
    },
  );

  it.each(['eight ch', '123456789012', '八個字就夠長了吧'])(
    'G03: is taken where it is long enough: "%s"',
    async (good) => {
      const store = startWorker();
      await store.setPassphrase(good);
      expect(await store.state()).toBe('open');
    },
  );
});

describe('where secrets go', () => {
  it('G05: is storage.local alone, never storage.sync', async () => {
    const store = startWorker();
    await store.put('a', SECRET);
    await store.setPassphrase(PASSPHRASE);
    await store.put('b', OAUTH);
    await store.setPassphrase(null);
    expect(await sync.get()).toEqual({});
    expect(JSON.stringify(await session.get())).not.toContain(CANARY);
  });

  it('is never the console, and never the text of an error', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    const store = startWorker();
    await store.put('a', SECRET);
    await store.setPassphrase(PASSPHRASE);
    await store.lock();
    const errors = [await store.get('a').catch(String), await store.setPassphrase(CANARY).catch(String)];
    expect(errors.join()).not.toContain(CANARY);
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
