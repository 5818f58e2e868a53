import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSession } from '../../utils/platform/session.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

const areas: [string, () => void][] = [
  ['storage.session', () => undefined],
  [
    'memory, where the browser has no storage.session',
    () => {
      vi.spyOn(fakeBrowser.storage, 'session', 'get').mockReturnValue(undefined as never);
    },
  ],
];

describe.each(areas)('what is kept in %s', (_name, arrange) => {
  beforeEach(() => {
    vi.restoreAllMocks();
    arrange();
  });

  it('is there until it is removed', async () => {
    const session = createSession();
    expect(await session.get('sign-in')).toBeUndefined();
    await session.set('sign-in', { state: 'x' });
    expect(await session.get('sign-in')).toEqual({ state: 'x' });
    await session.remove('sign-in');
    expect(await session.get('sign-in')).toBeUndefined();
  });

  it('is kept apart for each line, and forgotten with it', async () => {
    const session = createSession();
    const [a, ab] = [session.memory('a'), session.memory('ab')];
    await a.set('token', 'one');
    await a.set('device', 'two');
    await ab.set('token', 'three');
    expect([await a.get('token'), await a.get('none'), await ab.get('token')]).toEqual([
      'one',
      null,
      'three',
    ]);
    await a.set('device', null);
    expect(await a.get('device')).toBeNull();
    await session.forgetLine('a');
    expect([await a.get('token'), await ab.get('token')]).toEqual([null, 'three']);
    await session.removeAll();
    expect(await ab.get('token')).toBeNull();
  });
});

describe('storage.session', () => {
  it('outlives the worker', async () => {
    vi.restoreAllMocks();
    await createSession().memory('a').set('token', 'one');
    expect(await createSession().memory('a').get('token')).toBe('one');
  });
});
