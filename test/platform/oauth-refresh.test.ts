import { describe, expect, it } from 'vitest';
import { toMs } from '../../utils/domain/instant.ts';
import type { OAuthTokens } from '../../utils/platform/oauth-answer.ts';
import { refreshTokens } from '../../utils/platform/oauth-refresh.ts';
import { type FakeFetch, failureOf, json, NOW, ORIGIN, spiedFetch } from '../support/carrier.ts';
import { createIssuer, SETTINGS, TOKEN_URL } from '../support/issuer.ts';

const CANARY = 'refresh-canary-77c1';

const tokens = (changes: Partial<OAuthTokens> = {}): OAuthTokens => ({
  accessToken: 'access-0',
  refreshToken: CANARY,
  expiresAt: '2026-11-21T09:00:00Z',
  issuer: ORIGIN,
  ...changes,
});

function refreshWith(answer: FakeFetch) {
  const issuer = createIssuer();
  const { fetch, asked } = spiedFetch((url, init) =>
    url === TOKEN_URL ? answer(url, init) : issuer.answer(url, init),
  );
  const options = { fetch, hasPermission: async () => true, clock: { now: () => toMs(NOW) } };
  const refresh = (current: OAuthTokens) => refreshTokens(SETTINGS, current, options);
  return { refresh, asked };
}

describe('renewing a sign-in', () => {
  it('new tokens come for old, without a window', async () => {
    const issuer = createIssuer();
    issuer.grant();
    const { refresh } = refreshWith(issuer.answer);
    expect(await refresh(tokens({ refreshToken: 'refresh-1' }))).toEqual({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      expiresAt: '2026-11-21T10:30:00Z',
      issuer: ORIGIN,
    });
    expect(Object.fromEntries(issuer.posted[0] ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'data-balance',
    });
  });

  it('a refresh token that is not replaced is kept, and an end that is not told is unknown', async () => {
    const { refresh } = refreshWith(() => json({ access_token: 'a', token_type: 'bearer' }));
    const expected = { accessToken: 'a', refreshToken: CANARY, expiresAt: null, issuer: ORIGIN };
    expect(await refresh(tokens())).toEqual(expected);
  });

  it('an end that lies ages away is no end', async () => {
    const { refresh } = refreshWith(() =>
      json({ access_token: 'a', token_type: 'bearer', expires_in: 1e15 }),
    );
    expect((await refresh(tokens())).expiresAt).toBeNull();
  });

  it.each<[string, FakeFetch, string]>([
    ['refuses the token', () => json({ error: 'invalid_grant' }, { status: 400 }), 'signed-out'],
    ['no longer knows us', () => json({ error: 'invalid_client' }, { status: 401 }), 'signed-out'],
    [
      'challenges us',
      () => new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } }),
      'signed-out',
    ],
    ['is down', () => new Response(null, { status: 502 }), 'carrier-down'],
    ['is asked too often', () => new Response(null, { status: 429 }), 'rate-limited'],
    ['cannot be reached', () => Promise.reject(new TypeError(CANARY)), 'offline'],
    ['shows a page', () => new Response(`<html>${CANARY}`), 'intercepted'],
    ['sends nonsense', () => new Response(CANARY), 'unreadable'],
    ['sends no token', () => json({ token_type: 'bearer', token: CANARY }), 'unreadable'],
    [
      'describes an error with the token',
      () => json({ error: CANARY, error_description: CANARY }, { status: 400 }),
      'signed-out',
    ],
  ])('G06: an issuer that %s: the failure says so, and quotes no token', async (_how, answer, kind) => {
    const failure = await failureOf(refreshWith(answer).refresh(tokens()));
    expect(failure.kind).toBe(kind);
    expect(`${failure.stack}${failure.detail}${JSON.stringify(failure)}${failure.cause}`).not.toContain(
      CANARY,
    );
  });

  it('without a refresh token nobody is asked', async () => {
    const { refresh, asked } = refreshWith(() => json({}));
    expect((await failureOf(refresh(tokens({ refreshToken: null })))).kind).toBe('signed-out');
    expect(asked).toEqual([]);
  });

  it('a refresh token never goes to another issuer than the one that gave it', async () => {
    const { refresh, asked } = refreshWith(() => json({}));
    const foreign = tokens({ issuer: 'https://other.example' });
    expect((await failureOf(refresh(foreign))).kind).toBe('signed-out');
    expect(asked.filter(({ url }) => url === TOKEN_URL)).toEqual([]);
  });
});
