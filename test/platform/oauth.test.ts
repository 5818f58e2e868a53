import { describe, expect, it } from 'vitest';
import { toMs } from '../../utils/domain/instant.ts';
import { createOAuth, type OAuthOptions } from '../../utils/platform/oauth.ts';
import { type FakeFetch, failureOf, json, NOW, ORIGIN, spiedFetch } from '../support/carrier.ts';
import {
  createIssuer,
  METADATA,
  METADATA_URL,
  REDIRECT_URL,
  SETTINGS,
  TOKEN_URL,
} from '../support/issuer.ts';
import { memorySession } from '../support/session.ts';

type Person = OAuthOptions['launchWebAuthFlow'];

function setUp(
  person: (url: string) => string | undefined | Promise<string | undefined>,
  changes: Partial<OAuthOptions> & { answer?: FakeFetch; metadata?: Record<string, unknown> } = {},
) {
  const issuer = createIssuer(changes.metadata);
  const { fetch, asked } = spiedFetch(changes.answer ?? issuer.answer);
  const session = memorySession();
  const windows: string[] = [];
  const launchWebAuthFlow: Person = async ({ url }) => {
    windows.push(url);
    return person(url);
  };
  const options = {
    fetch,
    hasPermission: async () => true,
    clock: { now: () => toMs(NOW) },
    redirectUrl: REDIRECT_URL,
    session,
    launchWebAuthFlow,
  };
  const oauth = createOAuth({ ...options, ...changes });
  return { oauth, issuer, asked, session, windows, options };
}

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
    const { oauth, session } = signInWith(() => undefined);
    expect(await oauth.signIn(SETTINGS)).toEqual({
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
    const { oauth, windows } = signInWith(() => undefined);
    await oauth.signIn({ ...SETTINGS, scope: 'read top-up' });
    await oauth.signIn(SETTINGS);
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
    const { oauth, issuer, asked } = signInWith(() => undefined);
    await oauth.signIn(SETTINGS);
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
    const { oauth, asked } = signInWith(() => undefined);
    await oauth.signIn(SETTINGS);
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
    const { oauth, issuer, options } = setUp(() => undefined, { launchWebAuthFlow });
    expect(await oauth.signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(issuer.posted).toEqual([]);
    const again = createOAuth({ ...options, launchWebAuthFlow: async ({ url }) => issuer.agree(url).href });
    expect(await again.signIn(SETTINGS)).toMatchObject({ ok: true });
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
    expect(await set.oauth.signIn(SETTINGS)).toMatchObject({ ok: false, reason });
    expect(tokenRequests(set.asked)).toEqual([]);
  });

  it('G10: an answer without the issuer is rejected where the issuer promised to name itself', async () => {
    const metadata = { ...METADATA, authorization_response_iss_parameter_supported: true };
    const set = signInWith(() => undefined, metadata);
    expect(await set.oauth.signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'mismatch' });
    expect(tokenRequests(set.asked)).toEqual([]);
  });

  it('a worker that died within a sign-in leaves nothing that stands in the way of the next', async () => {
    const dead = setUp(() => new Promise(() => undefined));
    void dead.oauth.signIn(SETTINGS);
    await expect.poll(() => dead.windows).toHaveLength(1);
    const [left] = [...dead.session.kept.values()];
    expect(left).toMatchObject({ state: expect.any(String), verifier: expect.any(String) });

    const lateAnswer = dead.issuer.agree(dead.windows[0] ?? '').href;
    const reborn = (person: Person) => createOAuth({ ...dead.options, launchWebAuthFlow: person });
    expect(await reborn(async () => lateAnswer).signIn(SETTINGS)).toMatchObject({
      ok: false,
      reason: 'mismatch',
    });
    expect(tokenRequests(dead.asked)).toEqual([]);
    const fresh = reborn(async ({ url }) => dead.issuer.agree(url).href);
    expect(await fresh.signIn(SETTINGS)).toMatchObject({ ok: true });
    expect([...dead.session.kept]).toEqual([]);
  });

  it('of two sign-ins at one issuer the later one counts', async () => {
    const set = setUp(() => undefined, {
      launchWebAuthFlow: async ({ url }) => {
        await set.session.set(`sign-in:${ORIGIN}`, { state: 'later', verifier: 'later' });
        return set.issuer.agree(url).href;
      },
    });
    expect(await set.oauth.signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'mismatch' });
    expect(set.session.kept.size).toBe(1);
  });

  it.each<[string, Record<string, unknown>]>([
    ['is of another issuer', { ...METADATA, issuer: 'https://evil.example' }],
    ['has no token endpoint', { ...METADATA, token_endpoint: undefined }],
    ['has a token endpoint elsewhere', { ...METADATA, token_endpoint: 'https://evil.example/token' }],
    ['has a token endpoint on another port', { ...METADATA, token_endpoint: `${ORIGIN}:444/token` }],
    ['has its window elsewhere', { ...METADATA, authorization_endpoint: 'https://evil.example/' }],
    ['knows plain PKCE alone', { ...METADATA, code_challenge_methods_supported: ['plain'] }],
    ['is something else', { hello: 'world' }],
  ])('an issuer whose metadata %s is not used, and no window opens', async (_what, metadata) => {
    const { oauth, windows } = setUp(() => undefined, { metadata });
    expect(await oauth.signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'unsupported' });
    expect(windows).toEqual([]);
  });

  it.each<[string, Partial<OAuthOptions> & { answer?: FakeFetch }, string]>([
    ['cannot be reached', { answer: () => Promise.reject(new TypeError('fetch')) }, 'offline'],
    ['is down', { answer: () => new Response(null, { status: 503 }) }, 'carrier-down'],
    ['redirects elsewhere', { answer: () => Response.redirect('https://evil.example/', 302) }, 'intercepted'],
    ['shows a page of a network login', { answer: () => new Response('<html>') }, 'intercepted'],
    ['sends without end', { answer: () => new Response('x'.repeat(300_000)) }, 'unreadable'],
    ['may not be asked', { hasPermission: async () => false }, 'no-access'],
  ])('an issuer that %s is a failure, not a refusal', async (_how, changes, kind) => {
    const { oauth, windows } = setUp(() => undefined, changes);
    expect((await failureOf(oauth.signIn(SETTINGS))).kind).toBe(kind);
    expect(windows).toEqual([]);
  });

  it.each<[string, unknown, number, string]>([
    ['an error', { error: 'invalid_grant' }, 400, 'refused'],
    ['no token', { token_type: 'bearer' }, 200, 'unsupported'],
    ['a token of another type', { access_token: 'a', token_type: 'mac' }, 200, 'unsupported'],
  ])('%s in exchange for the code is told apart', async (_what, body, status, reason) => {
    const set = setUp((url) => set.issuer.agree(url).href, {
      answer: (url, init) => (url === TOKEN_URL ? json(body, { status }) : set.issuer.answer(url, init)),
    });
    expect(await set.oauth.signIn(SETTINGS)).toMatchObject({ ok: false, reason });
  });

  it('http is accepted to this very computer, as the provider has seen to', async () => {
    const local = 'http://127.0.0.1:4010';
    const metadata = JSON.parse(JSON.stringify(METADATA).replaceAll(ORIGIN, local));
    const set = setUp((url) => set.issuer.agree(url).href, {
      answer: (url, init) => set.issuer.answer(url.replace(local, ORIGIN), init),
      metadata,
    });
    expect(await set.oauth.signIn({ ...SETTINGS, issuer: local })).toMatchObject({ ok: true });
  });
});
