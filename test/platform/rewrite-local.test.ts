import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rewriteLocal } from '../../utils/platform/rewrite-local.ts';
import { createSecretStore } from '../../utils/platform/secrets.ts';
import { createSession } from '../../utils/platform/session.ts';
import { ownLocks } from '../support/own-locks.ts';

const { local } = fakeBrowser.storage;
const KEPT = { lines: [{ id: 'a' }], settings: { units: 'binary' } };

beforeEach(async () => {
  fakeBrowser.reset();
  await local.set(KEPT);
});

describe('what is removed from the local storage', () => {
  it('leaves the disk by writing everything else anew', async () => {
    const clear = vi.spyOn(local, 'clear');
    await rewriteLocal();
    expect(clear).toHaveBeenCalledOnce();
    expect(await local.get()).toEqual(KEPT);
    clear.mockRestore();
  });

  it('takes nothing along when the second half fails once', async () => {
    const set = vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('busy'));
    await rewriteLocal();
    set.mockRestore();
    expect(await local.get()).toEqual(KEPT);
  });

  it('is written anew after a secret went, a passphrase came, and everything was erased', async () => {
    const secrets = createSecretStore({ session: createSession(), locks: ownLocks() });
    const clear = vi.spyOn(local, 'clear');
    const steps = [
      () => secrets.put('a', { values: { token: 't' }, oauth: null }),
      () => secrets.setPassphrase('correct horse battery'),
      () => secrets.remove('a'),
      () => secrets.removeAll(),
    ];
    const counts: number[] = [];
    for (const step of steps) {
      await step();
      counts.push(clear.mock.calls.length);
    }
    expect(counts).toEqual([0, 1, 2, 3]);
    expect(await local.get()).toEqual(KEPT);
    clear.mockRestore();
  });
});
