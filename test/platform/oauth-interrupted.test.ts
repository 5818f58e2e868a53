import { describe, expect, it } from 'vitest';
import { createSignIn } from '../../utils/platform/oauth-sign-in.ts';
import { ORIGIN } from '../support/carrier.ts';
import { SETTINGS, TOKEN_URL } from '../support/issuer.ts';
import { type Person, setUp } from '../support/sign-in.ts';

const tokenRequests = (asked: { url: string }[]) => asked.filter(({ url }) => url === TOKEN_URL);

describe('a sign-in that is interrupted', () => {
  it('a page that was closed within a sign-in leaves nothing that stands in the way of the next', async () => {
    const dead = setUp(() => new Promise(() => undefined));
    void dead.signIn(SETTINGS);
    await expect.poll(() => dead.windows).toHaveLength(1);
    const [left] = [...dead.session.kept.values()];
    expect(left).toMatchObject({ state: expect.any(String), verifier: expect.any(String) });

    const lateAnswer = dead.issuer.agree(dead.windows[0] ?? '').href;
    const reborn = (person: Person) => createSignIn({ ...dead.options, launchWebAuthFlow: person });
    expect(await reborn(async () => lateAnswer)(SETTINGS)).toMatchObject({
      ok: false,
      reason: 'mismatch',
    });
    expect(tokenRequests(dead.asked)).toEqual([]);
    const fresh = reborn(async ({ url }) => dead.issuer.agree(url).href);
    expect(dead.closed).toEqual([ORIGIN]);
    expect(await fresh(SETTINGS)).toMatchObject({ ok: true });
    expect(dead.closed).toEqual([ORIGIN]);
    expect([...dead.session.kept]).toEqual([]);
  });

  it('of two sign-ins at one issuer the later one counts', async () => {
    const set = setUp(() => undefined, {
      launchWebAuthFlow: async ({ url }) => {
        await set.session.set(`sign-in:${ORIGIN}`, { state: 'later', verifier: 'later' });
        return set.issuer.agree(url).href;
      },
    });
    expect(await set.signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'mismatch' });
    expect(set.session.kept.size).toBe(1);
  });
});
