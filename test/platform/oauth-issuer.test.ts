import { describe, expect, it } from 'vitest';
import type { SignInOptions } from '../../utils/platform/oauth-sign-in.ts';
import { type FakeFetch, failureOf, json, ORIGIN } from '../support/carrier.ts';
import { METADATA, METADATA_URL, SETTINGS, TOKEN_URL } from '../support/issuer.ts';
import { setUp } from '../support/sign-in.ts';

describe('the issuer of a sign-in', () => {
  it.each<[string, Record<string, unknown>]>([
    ['is of another issuer', { ...METADATA, issuer: 'https://evil.example' }],
    ['has no token endpoint', { ...METADATA, token_endpoint: undefined }],
    ['has a token endpoint elsewhere', { ...METADATA, token_endpoint: 'https://evil.example/token' }],
    ['has a token endpoint on another port', { ...METADATA, token_endpoint: `${ORIGIN}:444/token` }],
    ['has its window elsewhere', { ...METADATA, authorization_endpoint: 'https://evil.example/' }],
    ['knows plain PKCE alone', { ...METADATA, code_challenge_methods_supported: ['plain'] }],
    ['is something else', { hello: 'world' }],
  ])('an issuer whose metadata %s is not used, and no window opens', async (_what, metadata) => {
    const { signIn, windows } = setUp(() => undefined, { metadata });
    expect(await signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'unsupported' });
    expect(windows).toEqual([]);
  });

  it.each<[string, Partial<SignInOptions> & { answer?: FakeFetch }, string]>([
    ['cannot be reached', { answer: () => Promise.reject(new TypeError('fetch')) }, 'offline'],
    ['is down', { answer: () => new Response(null, { status: 503 }) }, 'carrier-down'],
    ['redirects elsewhere', { answer: () => Response.redirect('https://evil.example/', 302) }, 'intercepted'],
    ['shows a page of a network login', { answer: () => new Response('<html>') }, 'intercepted'],
    ['sends without end', { answer: () => new Response('x'.repeat(300_000)) }, 'unreadable'],
    ['may not be asked', { hasPermission: async () => false }, 'no-access'],
  ])('an issuer that %s is a failure, not a refusal', async (_how, changes, kind) => {
    const { signIn, windows } = setUp(() => undefined, changes);
    expect((await failureOf(signIn(SETTINGS))).kind).toBe(kind);
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
    expect(await set.signIn(SETTINGS)).toMatchObject({ ok: false, reason });
  });

  it('http is accepted to this very computer, as the provider has seen to', async () => {
    const local = 'http://127.0.0.1:4010';
    const metadata = JSON.parse(JSON.stringify(METADATA).replaceAll(ORIGIN, local));
    const set = setUp((url) => set.issuer.agree(url).href, {
      answer: (url, init) => set.issuer.answer(url.replace(local, ORIGIN), init),
      metadata,
    });
    expect(await set.signIn({ ...SETTINGS, issuer: local })).toMatchObject({ ok: true });
  });

  it('an issuer with a path is asked where its metadata stands: between its host and the path', async () => {
    const issuer = `${ORIGIN}/tenant`;
    const set = setUp((url) => set.issuer.agree(url).href, {
      answer: (url, init) =>
        url === `${METADATA_URL}/tenant` ? json({ ...METADATA, issuer }) : set.issuer.answer(url, init),
    });
    const signedIn = { ok: true, tokens: expect.objectContaining({ issuer }) };
    expect(await set.signIn({ ...SETTINGS, issuer })).toEqual(signedIn);
  });

  it.each([
    ['a figure in quotes', '3600', '2026-11-21T10:30:00Z'],
    ['no figure', undefined, null],
  ])('an end that is told as %s is understood', async (_how, expires_in, expiresAt) => {
    const set = setUp((url) => set.issuer.agree(url).href, {
      answer: (url, init) =>
        url === TOKEN_URL
          ? json({ access_token: 'a', token_type: 'bearer', expires_in })
          : set.issuer.answer(url, init),
    });
    expect(await set.signIn(SETTINGS)).toMatchObject({ ok: true, tokens: { expiresAt } });
  });

  it.each([-1, 'soon', null])('an end of %j is no usable answer', async (expires_in) => {
    const set = setUp((url) => set.issuer.agree(url).href, {
      answer: (url, init) =>
        url === TOKEN_URL
          ? json({ access_token: 'a', token_type: 'bearer', expires_in })
          : set.issuer.answer(url, init),
    });
    expect(await set.signIn(SETTINGS)).toMatchObject({ ok: false, reason: 'unsupported' });
  });
});
