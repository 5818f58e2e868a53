import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LockedError } from '../../utils/domain/locked.ts';
import { dieAfter } from '../support/dying-worker.ts';
import { CANARY, OAUTH, onDisk, PASSPHRASE, SECRET, startWorker } from '../support/secrets.ts';

const { local, session } = fakeBrowser.storage;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('secrets with a passphrase', () => {
  const wrapped = async () => {
    const store = startWorker();
    await store.put('a', SECRET);
    await store.put('b', OAUTH);
    await store.setPassphrase(PASSPHRASE);
    return store;
  };

  it('stand nowhere on disk in plain text, and neither does the passphrase or its key', async () => {
    const store = await wrapped();
    await store.put('c', SECRET);
    const { secretsKey } = (await session.get('secretsKey')) as { secretsKey: { key: string } };
    const disk = await onDisk();
    for (const plain of [CANARY, PASSPHRASE, secretsKey.key]) expect(disk).not.toContain(plain);
    expect(await store.get('a')).toEqual(SECRET);
  });

  it('open with PBKDF2 of at least 600 000 rounds, and each stands under its own salt and iv', async () => {
    const store = await wrapped();
    const { secrets } = (await local.get('secrets')) as {
      secrets: { wrapping: { salt: string; iterations: number } };
    };
    expect(secrets.wrapping.iterations).toBeGreaterThanOrEqual(600_000);
    const ivs = [...(await onDisk()).matchAll(/"iv":"([^"]+)"/g)].map(([, iv]) => iv);
    expect(new Set(ivs).size).toBe(3);
    await store.setPassphrase(PASSPHRASE);
    expect(((await local.get('secrets')) as { secrets: typeof secrets }).secrets.wrapping.salt).not.toBe(
      secrets.wrapping.salt,
    );
  });

  it('stay open when the worker starts again, and are locked when the browser does', async () => {
    await wrapped();
    expect(await startWorker().get('a')).toEqual(SECRET);
    await session.clear();
    const store = startWorker();
    expect(await store.state()).toBe('locked');
    await expect(store.get('a')).rejects.toThrow(LockedError);
    await expect(store.put('a', OAUTH)).rejects.toThrow(LockedError);
    await expect(store.setPassphrase(null)).rejects.toThrow(LockedError);
    expect(await store.has('a')).toBe(true);
    expect(await store.get('none')).toBeNull();
    expect(await store.unlock('correct horse batterx')).toBe(false);
    expect(await store.state()).toBe('locked');
    expect(await store.unlock(PASSPHRASE)).toBe(true);
    expect(await store.state()).toBe('open');
    expect(await store.get('b')).toEqual(OAUTH);
  });

  it('open with the same passphrase typed on another keyboard', async () => {
    const store = await wrapped();
    await store.setPassphrase('mot de passe é');
    await store.lock();
    expect(await store.unlock('mot de passe e\u0301')).toBe(true);
  });

  it('are locked by hand at once', async () => {
    const store = await wrapped();
    await store.lock();
    expect(await session.get()).toEqual({});
    await expect(store.get('a')).rejects.toThrow(LockedError);
  });

  it('are stored plainly again when the passphrase is taken away', async () => {
    const store = await wrapped();
    await store.setPassphrase(null);
    expect(await store.state()).toBe('plain');
    expect(await session.get()).toEqual({});
    expect(await startWorker().get('a')).toEqual(SECRET);
  });

  it('do not open in the place of another line', async () => {
    const store = await wrapped();
    const { secrets } = (await local.get('secrets')) as { secrets: { set: string } };
    const [from, to] = ['a', 'b'].map((id) => `secret:${secrets.set}:${id}`) as [string, string];
    await local.set({ [to]: (await local.get(from))[from] });
    expect(await store.get('b')).toBeNull();
  });

  it('are either wrapped or not when the worker dies during the change, and never both', async () => {
    const writes = async () => {
      const spies = [vi.spyOn(local, 'set'), vi.spyOn(local, 'clear')];
      await startWorker().setPassphrase(PASSPHRASE);
      const counts = spies.map((spy) => spy.mock.calls.length);
      for (const spy of spies) spy.mockRestore();
      return counts.reduce((sum, count) => sum + count, 0);
    };
    const seed = async () => {
      fakeBrowser.reset();
      await startWorker().put('a', SECRET);
      await startWorker().put('b', OAUTH);
    };
    await seed();
    const total = await writes();
    for (let died = 0; died < total; died++) {
      await seed();
      const mend = dieAfter(died);
      await startWorker()
        .setPassphrase(PASSPHRASE)
        .catch(() => undefined);
      mend();
      await session.clear();
      const next = startWorker();
      const isPlain = (await next.state()) === 'plain';
      if (!isPlain) expect(await next.unlock(PASSPHRASE)).toBe(true);
      expect([await next.get('a'), await next.get('b')]).toEqual([SECRET, OAUTH]);
      const disk = await onDisk();
      expect(disk.includes(CANARY)).toBe(isPlain);
      expect(disk.includes('"iv"')).toBe(!isPlain);
    }
  });
});
