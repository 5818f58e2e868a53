import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { startStill } from './test-client.ts';
import { oauthClient, REDIRECT } from './test-oauth.ts';

let sandbox: Sandbox;
let oauth: ReturnType<typeof oauthClient>;
beforeAll(async () => {
  sandbox = await startStill();
  oauth = oauthClient(sandbox);
});
afterAll(() => sandbox.close());

it('the metadata names endpoints of the issuer alone', async () => {
  const response = await fetch(`${sandbox.url}/.well-known/oauth-authorization-server`);
  const metadata = (await response.json()) as Record<string, unknown>;
  expect(metadata.issuer).toBe(sandbox.url);
  for (const name of ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint']) {
    expect(new URL(String(metadata[name])).origin).toBe(sandbox.url);
  }
  expect(metadata.code_challenge_methods_supported).toEqual(['S256']);
});

it('a person who signs in and allows gives the client a token that reads the lines', async () => {
  const back = await oauth.browserWindow().decide('allow');
  expect(back.origin + back.pathname).toBe(REDIRECT);
  expect(back.searchParams.get('state')).toBe('state-of-the-client');
  expect(back.searchParams.get('iss')).toBe(sandbox.url);
  const tokens = await oauth.exchange(back.searchParams.get('code'));
  expect(tokens).toMatchObject({ status: 200, token_type: 'Bearer', expires_in: 3600, scope: 'read top-up' });
  expect(tokens.headers.get('cache-control')).toBe('no-store');
  expect(await oauth.statusWith(tokens.access_token)).toBe(200);
});

it('a person who denies sends the client back with access_denied', async () => {
  const back = await oauth.browserWindow().decide('deny');
  expect(back.searchParams.get('error')).toBe('access_denied');
  expect(back.searchParams.get('state')).toBe('state-of-the-client');
  expect(back.searchParams.has('code')).toBe(false);
});

it('a wrong password is said on the page, and the right one still works', async () => {
  const { visit } = oauth.browserWindow();
  const { request } = await visit(oauth.authorizeUrl());
  const wrong = await visit('/oauth/sign-in', { request, user: 'demo', password: 'guess' });
  expect([wrong.status, wrong.text.includes('User or password is wrong')]).toEqual([422, true]);
  const right = await visit('/oauth/sign-in', { request, user: 'demo', password: sandbox.demo.password });
  expect(right.status).toBe(303);
});

it('who is signed in already is only asked to allow', async () => {
  const { visit, decide } = oauth.browserWindow();
  await decide('allow');
  expect((await visit(oauth.authorizeUrl())).text).toContain('Allow access?');
});

it('a request that another browser began cannot be allowed', async () => {
  const { request } = await oauth.browserWindow().visit(oauth.authorizeUrl());
  const stranger = oauth.browserWindow();
  await stranger.decide('deny');
  const answer = await stranger.visit('/oauth/consent', { request, decision: 'allow' });
  expect([answer.status, answer.location]).toEqual([400, '']);
});

it.each([
  ['an unknown client', { client_id: 'somebody' }],
  ['a redirect address of the web', { redirect_uri: 'https://evil.example/' }],
  ['a look-alike redirect address', { redirect_uri: `${REDIRECT.slice(0, -1)}.evil.example/` }],
  ['no redirect address', { redirect_uri: null }],
])('%s is told on the page and never redirected to', async (_what, changes) => {
  const { status, location } = await oauth.browserWindow().visit(oauth.authorizeUrl(changes));
  expect([status, location]).toEqual([400, '']);
});

it.each([
  ['no challenge', { code_challenge: null }, 'invalid_request'],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['no state', { state: null }, 'invalid_request'],
  ['an implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
])('%s goes back to the client as an error', async (_what, changes, error) => {
  const { location } = await oauth.browserWindow().visit(oauth.authorizeUrl(changes));
  expect(new URL(location).searchParams.get('error')).toBe(error);
});

it('a parameter that is given twice is refused', async () => {
  const { status } = await oauth.browserWindow().visit(`${oauth.authorizeUrl()}&state=again`);
  expect(status).toBe(400);
});

it('the addresses of both browsers and a registered one are taken', async () => {
  const firefox = 'https://0123456789abcdef0123456789abcdef01234567.extensions.allizom.org/';
  await sandbox.control.addRedirectUri('http://127.0.0.1:9999/callback');
  for (const redirect_uri of [firefox, 'http://127.0.0.1:9999/callback']) {
    expect((await oauth.browserWindow().visit(oauth.authorizeUrl({ redirect_uri }))).status).toBe(200);
  }
});
