import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { client } from './test-client.ts';

export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

/** The client's side of a sign-in, and a person at the browser. */
export function oauthClient(sandbox: Sandbox) {
  const verifier = randomBytes(32).toString('base64url');

  function authorizeUrl(changes: Record<string, string | null> = {}): string {
    const parameters: Record<string, string | null> = {
      response_type: 'code',
      client_id: 'data-balance',
      redirect_uri: REDIRECT,
      state: 'state-of-the-client',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    const url = new URL('/oauth/authorize', sandbox.url);
    for (const [name, value] of Object.entries(parameters))
      if (value !== null) url.searchParams.set(name, value);
    return url.href;
  }

  /** A browser window of its own: keeps the cookie, follows nothing by itself. */
  function browserWindow() {
    let cookie = '';
    const visit = async (url: string, form?: Record<string, string>) => {
      const response = await fetch(new URL(url, sandbox.url), {
        redirect: 'manual',
        headers: cookie ? { cookie } : {},
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      const text = await response.text();
      const request = /name="request" value="([a-z]+)"/.exec(text)?.[1] ?? '';
      return { status: response.status, text, request, location: response.headers.get('location') ?? '' };
    };
    /** Through sign-in and consent to the address to which the browser is sent back. */
    const decide = async (decision: 'allow' | 'deny', changes: Record<string, string> = {}) => {
      const { request } = await visit(authorizeUrl(changes));
      const { user, password } = sandbox.demo;
      const signedIn = await visit('/oauth/sign-in', { request, user, password });
      const consent = await visit(signedIn.location);
      expect(consent.text).toContain('Allow access?');
      return new URL((await visit('/oauth/consent', { request: consent.request, decision })).location);
    };
    return { visit, decide };
  }

  async function post(path: string, form: Record<string, string>) {
    const body = new URLSearchParams({ client_id: 'data-balance', ...form });
    const response = await fetch(new URL(path, sandbox.url), { method: 'POST', body });
    const text = await response.text();
    const answer: Record<string, string> = text === '' ? {} : JSON.parse(text);
    return { status: response.status, headers: response.headers, ...answer } as Record<string, string> & {
      status: number;
      headers: Headers;
    };
  }

  const exchange = (code: string | null, changes: Record<string, string> = {}) =>
    post('/oauth/token', {
      grant_type: 'authorization_code',
      code: code ?? '',
      redirect_uri: REDIRECT,
      code_verifier: verifier,
      ...changes,
    });

  const refresh = (token = '') => post('/oauth/token', { grant_type: 'refresh_token', refresh_token: token });

  /** The status that a token earns at the account API. */
  const statusWith = async (token = '') => (await client(sandbox, token).get('/lines')).status;

  async function signIn() {
    const back = await browserWindow().decide('allow');
    return exchange(back.searchParams.get('code'));
  }

  return { authorizeUrl, browserWindow, post, exchange, refresh, statusWith, signIn };
}
