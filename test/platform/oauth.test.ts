import { describe, expect, it } from 'vitest';
import { createSignIn } from '../../utils/platform/oauth-sign-in.ts';
import { ORIGIN } from '../support/carrier.ts';
import { METADATA, METADATA_URL, REDIRECT_URL, SETTINGS, TOKEN_URL } from '../support/issuer.ts';
import { type Person, setUp } from '../support/sign-in.ts';

/** A person who agrees, and what becomes of the address on the way back. */
function signInWith(change: (back: URL) => unknown, metadata?: Record<string, unknown>) {
  const set = setUp(
    (url) => {
      const back = set.issuer.agree(url);
      return String(change(back) ?? back);
    },
    metadata ? { metadata } : {},
  );
  return set;
}

const tokenRequests = (asked: { url: string }[]) => asked.filter(({ url }) => url === TOKEN_URL);

describe('signing in', () => {
  it('a person who agrees is signed in', async () => {
    const { signIn, session } = signInWith(() => undefined);
    expect(await signIn(SETTINGS)).toEqual({
      ok: true,
      tokens: {
        accessToken: 'access-1',
        refreshToken: 'refresh-1',
        expiresAt: '2026-11-21T10:30:00Z',
        issuer: ORIGIN,
      },
    });
    expect([...session.kept]).toEqual([]);
  });

  it('G07: the window asks for a code with PKCE S256 and state, and our exact redirect', async () => {
    const { signIn, windows } = signInWith(() => undefined);
    await signIn({ ...SETTINGS, scope: 'read top-up' });
    await signIn(SETTINGS);
    const [first, second] = windows.map((url) => Object.fromEntries(new URL(url).searchParams));
    expect(first).toMatchObject({
      client_id: 'data-balance',
      response_type: 'code',
      redirect_uri: REDIRECT_URL,
      code_challenge_method: 'S256',
      scope: 'read top-up',
    });
    expect(first?.code_challenge).toMatch(/^[\w-]{43}$/);
    expect(first?.state?.length).toBeGreaterThanOrEqual(43);
    expect(second).not.toHaveProperty('scope');
    expect(second?.state).not.toBe(first?.state);
    expect(second?.code_challenge).not.toBe(first?.code_challenge);
  });

  it('G07: the code is exchanged with its verifier and without any client secret', async () => {
    const { signIn, issuer, asked } = signInWith(() => undefined);
    await signIn(SETTINGS);
    expect(Object.fromEntries(issuer.posted[0] ?? [])).toEqual({
      grant_type: 'authorization_code',
      client_id: 'data-balance',
      redirect_uri: REDIRECT_URL,
      code: 'code-1',
      code_verifier: expect.stringMatching(/^[\w-]{43,128}$/),
    });
    for (const { headers } of asked) expect(headers.has('authorization')).toBe(false);
  });

  it('requests to the issuer carry no cookies, no cache and no referrer, and follow nothing elsewhere', async () => {
    const { signIn, asked } = signInWith(() => undefined);
    await signIn(SETTINGS);
    expect(asked.map(({ url }) => url)).toEqual([METADATA_URL, TOKEN_URL]);
    for (const { init } of asked) {
      expect(init).toMatchObject({
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
      });
    }
  });

  it.each<[string, Person]>([
    ['closes the window', () => Promise.reject(new Error('The user did not approve access.'))],
    ['leaves without an answer', async () => undefined],
  ])('a person who %s is back where they were, and can try again', async (_how, launchWebAuthFlow) => {
    const { signIn, issuer, options } = setUp(() => undefined, { launchWebAuthFlow });
    expect(await signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(issuer.posted).toEqual([]);
    const again = createSignIn({ ...options, launchWebAuthFlow: async ({ url }) => issuer.agree(url).href });
    expect(await again(SETTINGS)).toMatchObject({ ok: true });
  });

  it.each<[string, (back: URL) => unknown, string]>([
    ['another state', (back) => back.searchParams.set('state', 'x'), 'mismatch'],
    ['no state', (back) => back.searchParams.delete('state'), 'mismatch'],
    ['two states', (back) => back.searchParams.append('state', 'x'), 'mismatch'],
    ['no code', (back) => back.searchParams.delete('code'), 'mismatch'],
    ['an empty code', (back) => back.searchParams.set('code', ''), 'mismatch'],
    ['two codes', (back) => back.searchParams.append('code', 'x'), 'mismatch'],
    ['another issuer', (back) => back.searchParams.set('iss', 'https://evil.example'), 'mismatch'],
    ['an error', (back) => back.searchParams.set('error', 'access_denied'), 'refused'],
    ['two errors', (back) => ['a', 'b'].map((error) => back.searchParams.append('error', error)), 'mismatch'],
    ['an error under another state', () => `${REDIRECT_URL}?error=access_denied&state=x`, 'mismatch'],
    ['an implicit token', (back) => back.searchParams.set('token', 'x'), 'mismatch'],
    ['another address', (back) => back.href.replace('chromiumapp', 'evil'), 'mismatch'],
    ['another path', (back) => back.href.replace('.org/', '.org/other'), 'mismatch'],
    ['no address at all', () => 'nonsense', 'mismatch'],
  ])('G10: an answer with %s is rejected, and no token is asked for', async (_what, change, reason) => {
    const set = signInWith((back) => {
      const changed = change(back);
      return typeof changed === 'string' ? changed : back;
    });
    expect(await set.signIn(SETTINGS)).toMatchObject({ ok: false, reason });
    expect(tokenRequests(set.asked)).toEqual([]);
  });

  it('G10: an answer without the issuer is rejected where the issuer promised to name itself', async () => {
    const metadata = { ...METADATA, authorization_response_iss_parameter_supported: true };
    const set = signInWith(() => undefined, metadata);
    expect(await set.signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'mismatch' });
    expect(tokenRequests(set.asked)).toEqual([]);
  });
});
