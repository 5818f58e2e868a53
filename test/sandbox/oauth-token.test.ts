import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { MINUTE, startStill } from './test-client.ts';
import { oauthClient, REDIRECT } from './test-oauth.ts';

let sandbox: Sandbox;
let oauth: ReturnType<typeof oauthClient>;
beforeAll(async () => {
  sandbox = await startStill();
  oauth = oauthClient(sandbox);
});
afterAll(() => sandbox.close());

it.each([
  ['a wrong verifier', { code_verifier: 'x'.repeat(43) }],
  ['another redirect address', { redirect_uri: `${REDIRECT}other` }],
])('%s is refused and spends the code', async (_what, changes) => {
  const code = (await oauth.browserWindow().decide('allow')).searchParams.get('code');
  expect(await oauth.exchange(code, changes)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(await oauth.exchange(code)).toMatchObject({ status: 400, error: 'invalid_grant' });
});

it('a code that is used twice takes its tokens with it', async () => {
  const code = (await oauth.browserWindow().decide('allow')).searchParams.get('code');
  const tokens = await oauth.exchange(code);
  expect(await oauth.exchange(code)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(await oauth.statusWith(tokens.access_token)).toBe(401);
});

it('a code ends after a minute', async () => {
  const code = (await oauth.browserWindow().decide('allow')).searchParams.get('code');
  await sandbox.control.clock.advance(MINUTE);
  expect(await oauth.exchange(code)).toMatchObject({ error: 'invalid_grant' });
});

it('an access token ends after its time and is renewed by the refresh token, which changes', async () => {
  const first = await oauth.signIn();
  await sandbox.control.clock.advance(60 * MINUTE);
  expect(await oauth.statusWith(first.access_token)).toBe(401);
  const second = await oauth.refresh(first.refresh_token);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(await oauth.statusWith(second.access_token)).toBe(200);
});

it('a refresh token that comes twice ends the whole sign-in', async () => {
  const first = await oauth.signIn();
  const second = await oauth.refresh(first.refresh_token);
  expect(await oauth.refresh(first.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(await oauth.refresh(second.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(await oauth.statusWith(second.access_token)).toBe(401);
});

it('access tokens can be ended by control while the refresh token stays good', async () => {
  const first = await oauth.signIn();
  await sandbox.control.tokens.expireAccess();
  expect(await oauth.statusWith(first.access_token)).toBe(401);
  expect((await oauth.refresh(first.refresh_token)).status).toBe(200);
});

it('a revoked sign-in is over; an unknown token is no error', async () => {
  const { access_token, refresh_token = '' } = await oauth.signIn();
  expect((await oauth.post('/oauth/revoke', { token: refresh_token })).status).toBe(200);
  expect(await oauth.statusWith(access_token)).toBe(401);
  expect((await oauth.post('/oauth/revoke', { token: 'unknown' })).status).toBe(200);
});

it('a refresh token is no access token', async () => {
  expect(await oauth.statusWith((await oauth.signIn()).refresh_token)).toBe(401);
});

it('the token endpoint takes forms of known clients and grants alone', async () => {
  const token = `${sandbox.url}/oauth/token`;
  expect((await fetch(token, { method: 'POST', body: '{}' })).status).toBe(400);
  expect(await oauth.post('/oauth/token', { client_id: 'somebody' })).toMatchObject({
    status: 401,
    error: 'invalid_client',
  });
  expect(await oauth.post('/oauth/token', { grant_type: 'password' })).toMatchObject({
    error: 'unsupported_grant_type',
  });
});
