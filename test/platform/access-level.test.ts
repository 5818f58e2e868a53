import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guardStorage } from '../../utils/platform/access-level.ts';

const { local, session } = fakeBrowser.storage;

afterEach(() => {
  for (const area of [local, session]) Reflect.deleteProperty(area, 'setAccessLevel');
});

describe('what is stored', () => {
  it('G04: is kept from other contexts in every area whose browser can be told so', async () => {
    const told = vi.fn(() => Promise.resolve());
    Object.assign(local, { setAccessLevel: told });
    Object.assign(session, { setAccessLevel: told });
    await guardStorage();
    expect(told.mock.calls).toEqual(Array(2).fill([{ accessLevel: 'TRUSTED_CONTEXTS' }]));
  });

  it('G04: is no reason to fail in a browser that has no such call, or refuses it', async () => {
    await expect(guardStorage()).resolves.toBeUndefined();
    Object.assign(session, { setAccessLevel: () => Promise.reject(new Error('no')) });
    await expect(guardStorage()).resolves.toBeUndefined();
  });
});
