import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locks, Secret, SecretStore } from '../../utils/app/ports.ts';
import { createTokenKeeper, type OAuthSecret } from '../../utils/app/tokens.ts';
import { Failure } from '../../utils/domain/failure.ts';
import { toMs } from '../../utils/domain/instant.ts';
import { LockedError } from '../../utils/domain/locked.ts';
import { failureOf, NOW } from '../support/carrier.ts';

const GOOD_UNTIL = '2026-11-21T10:30:00Z';
const oauth = (changes: Partial<OAuthSecret> = {}): OAuthSecret => ({
  accessToken: 'access-0',
  refreshToken: 'refresh-0',
  expiresAt: GOOD_UNTIL,
  issuer: 'https://api.nordtel.example',
  ...changes,
});

/** One queue for each name, as in the browser. */
function queues(): Pick<Locks, 'exclusive'> {
  const last = new Map<string, Promise<unknown>>();
  return {
    exclusive: (name, work) => {
      const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
      last.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

type Pause = () => Promise<void>;

function secretsOf(kept: Map<string, Secret>, pause: Pause): Pick<SecretStore, 'get' | 'put'> {
  return {
    get: async (lineId) => {
      await pause();
      return kept.get(lineId) ?? null;
    },
    put: async (lineId, secret) => {
      await pause();
      kept.set(lineId, secret);
    },
  };
}

/** Keepers that share one store, one queue and an issuer whose refresh tokens are good for one exchange. */
function setUp(first: OAuthSecret | null, pause: Pause = async () => {}) {
  const kept = new Map<string, Secret>([['a', { values: { pin: '1' }, oauth: first }]]);
  const issuer = { next: first?.refreshToken ?? null, issued: 0, refused: 0 };
  const refresh = async (_lineId: string, current: OAuthSecret): Promise<OAuthSecret> => {
    await pause();
    if (current.refreshToken !== issuer.next) {
      issuer.refused += 1;
      throw new Failure('signed-out', 'invalid_grant');
    }
    issuer.issued += 1;
    issuer.next = `refresh-${issuer.issued}`;
    await pause();
    return oauth({ accessToken: `access-${issuer.issued}`, refreshToken: issuer.next });
  };
  const secrets = secretsOf(kept, pause);
  const locks = queues();
  const clock = { now: () => toMs(NOW) };
  const keeper = (changes = {}) => createTokenKeeper({ secrets, locks, refresh, clock, ...changes });
  return { kept, issuer, keeper, secrets };
}

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
      Promise.resolve(oauth({ accessToken: 'late' })),
      Promise.reject(new Failure('signed-out')),
    ]) {
      kept.set('a', { values: {}, oauth: oauth() });
      const refresh = () => {
        kept.set('a', anew);
        return late;
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

describe('refreshers at once', () => {
  it('A18: two of them spend the refresh token once, and nobody is signed out', async () => {
    const { keeper, issuer } = setUp(oauth());
    const both = [keeper(), keeper()].map((one) => one.refreshAfter401('a', 'access-0'));
    expect(await Promise.all(both)).toEqual(['access-1', 'access-1']);
    expect(issuer).toMatchObject({ issued: 1, refused: 0 });
  });

  it('A18: however their steps fall between each other, the rotating issuer never refuses one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }),
        async (scheduler, calls) => {
          const { keeper, issuer, kept } = setUp(expired, () => scheduler.schedule(Promise.resolve()));
          const tokens = Promise.all(
            calls.map((after401) =>
              after401 ? keeper().refreshAfter401('a', 'access-0') : keeper().accessToken('a'),
            ),
          );
          await scheduler.waitFor(tokens);
          expect(new Set(await tokens)).toEqual(new Set(['access-1']));
          expect(issuer).toMatchObject({ issued: 1, refused: 0 });
          expect(kept.get('a')?.oauth?.refreshToken).toBe('refresh-1');
        },
      ),
      { seed: 18, numRuns: 200 },
    );
  });

  it('A18: a refresher that fails half-way does not block the next', async () => {
    const { keeper, issuer } = setUp(oauth());
    const failing = keeper({ refresh: () => Promise.reject(new Failure('timeout')) });
    const first = failureOf(failing.refreshAfter401('a', 'access-0'));
    const second = keeper().refreshAfter401('a', 'access-0');
    expect((await first).kind).toBe('timeout');
    expect(await second).toBe('access-1');
    expect(issuer.issued).toBe(1);
  });
});
