import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { failureOf } from '../support/carrier.ts';
import { oauth, setUp } from '../support/token-keepers.ts';

const expired = oauth({ expiresAt: '2026-11-21T09:00:00Z' });

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
