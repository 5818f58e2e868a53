import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { LockedError } from '../../utils/domain/locked.ts';
import { failureOf } from '../support/carrier.ts';
import { oauth, setUp } from '../support/token-keepers.ts';

const expired = oauth({ expiresAt: '2026-11-21T09:00:00Z' });

describe('the token that is sent', () => {
  it('is the kept one while it holds', async () => {
    const { keeper, issuer } = setUp(oauth());
    expect(await keeper().accessToken('a')).toBe('access-0');
    expect(issuer.issued).toBe(0);
  });

  it.each([null, undefined])('is none for a line that did not sign in by OAuth (%s)', async (nothing) => {
    const { keeper } = setUp(null);
    expect(await keeper().accessToken(nothing === null ? 'a' : 'unknown')).toBeNull();
  });

  it.each(['2026-11-21T09:00:00Z', '2026-11-21T09:30:59Z'])(
    'is renewed when it ends at %s',
    async (expiresAt) => {
      const { keeper, kept } = setUp(oauth({ expiresAt }));
      expect(await keeper().accessToken('a')).toBe('access-1');
      expect(kept.get('a')).toEqual({
        values: { pin: '1' },
        oauth: oauth({ accessToken: 'access-1', refreshToken: 'refresh-1' }),
      });
    },
  );

  it('is the old one where nothing renews it or nothing says that it ends', async () => {
    expect(
      await setUp(oauth({ ...expired, refreshToken: null }))
        .keeper()
        .accessToken('a'),
    ).toBe('access-0');
    expect(
      await setUp(oauth({ expiresAt: null }))
        .keeper()
        .accessToken('a'),
    ).toBe('access-0');
  });

  it('a refused renewal is being signed out, an issuer out of reach is not', async () => {
    const refused = setUp(expired);
    refused.issuer.next = 'spent elsewhere';
    expect((await failureOf(refused.keeper().accessToken('a'))).kind).toBe('signed-out');
    expect(refused.kept.get('a')?.oauth).toEqual(expired);
    const away = setUp(expired).keeper({ refresh: () => Promise.reject(new Failure('offline')) });
    expect((await failureOf(away.accessToken('a'))).kind).toBe('offline');
  });

  it('a wrapped secret stays wrapped', async () => {
    const { keeper, secrets } = setUp(expired);
    const locked = keeper({ secrets: { ...secrets, get: () => Promise.reject(new LockedError()) } });
    await expect(locked.accessToken('a')).rejects.toBeInstanceOf(LockedError);
  });
});

describe('after the carrier refused a token', () => {
  it('a new one is fetched', async () => {
    const { keeper, issuer } = setUp(oauth());
    expect(await keeper().refreshAfter401('a', 'access-0')).toBe('access-1');
    expect(issuer.issued).toBe(1);
  });

  it('the one that somebody else has fetched meanwhile is used, and none is asked for', async () => {
    const { keeper, issuer } = setUp(oauth({ accessToken: 'access-9' }));
    expect(await keeper().refreshAfter401('a', 'access-0')).toBe('access-9');
    expect(issuer.issued).toBe(0);
  });

  it.each([oauth({ refreshToken: null }), null])('there is none without a refresh token', async (kept) => {
    expect(await setUp(kept).keeper().refreshAfter401('a', 'access-0')).toBeNull();
  });

  it('there is none when the issuer refuses: the person signs in', async () => {
    const { keeper, issuer } = setUp(oauth());
    issuer.next = 'spent elsewhere';
    expect(await keeper().refreshAfter401('a', 'access-0')).toBeNull();
  });

  it('a person who signs in anew while the issuer is asked is not undone', async () => {
    const { keeper, kept } = setUp(oauth());
    const anew = { values: {}, oauth: oauth({ accessToken: 'anew', refreshToken: 'anew' }) };
    for (const late of [
      () => Promise.resolve(oauth({ accessToken: 'late' })),
      () => Promise.reject(new Failure('signed-out')),
    ]) {
      kept.set('a', { values: {}, oauth: oauth() });
      const refresh = () => {
        kept.set('a', anew);
        return late();
      };
      expect(await keeper({ refresh }).refreshAfter401('a', 'access-0')).toBe('anew');
      expect(kept.get('a')).toEqual(anew);
    }
  });

  it('a line that is removed while the issuer is asked does not come back', async () => {
    const { keeper, kept } = setUp(oauth());
    const refresh = async () => {
      kept.delete('a');
      return oauth({ accessToken: 'late' });
    };
    expect(await keeper({ refresh }).refreshAfter401('a', 'access-0')).toBeNull();
    expect(kept.size).toBe(0);
  });
});
