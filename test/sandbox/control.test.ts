import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createControl } from './control-client.ts';
import { startSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, client, HOUR, opened, START, startStill } from './test-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill({ speed: 0 });
});
beforeEach(() => sandbox.control.lines.reset());
afterAll(() => sandbox.close());

it('control is for the holder of its key alone', async () => {
  for (const key of ['', 'wrong', sandbox.demo.token]) {
    await expect(createControl(sandbox.url, key).state()).rejects.toThrow('401');
  }
});

it('a host name that merely resolves to this computer is not served', async () => {
  const status = await new Promise((done, failed) => {
    const headers = { host: 'rebound.example', authorization: `Bearer ${sandbox.demo.token}` };
    http
      .get(`${sandbox.baseUrl}/lines`, { headers }, (response) => done(response.resume().statusCode))
      .on('error', failed);
  });
  expect(status).toBe(421);
});

it('under the name localhost the same account answers with addresses of that name', async () => {
  const url = sandbox.url.replace('127.0.0.1', 'localhost');
  const answer = await fetch(`${url}/.well-known/oauth-authorization-server`);
  expect(await answer.json()).toMatchObject({ issuer: url, token_endpoint: `${url}/oauth/token` });
});

it('the habits of the carrier can be changed', async () => {
  await sandbox.control.habits({ pollHintSeconds: 30, checkoutHosts: ['pay.other.example'] });
  const { headers, body } = await client(sandbox).get('/lines/esim/balance');
  expect(headers.get('cache-control')).toContain('max-age=30');
  expect(Date.parse(String(body.nextPollAt)) - START).toBe(30_000);
  expect((await client(sandbox).get('/help')).body.checkoutHosts).toEqual(['pay.other.example']);
  await sandbox.control.habits({ checkoutHosts: null, checkoutOrigin: 'https://pay.other.example' });
  const { body: checkout } = await client(sandbox).order('esim', { offerId: 'esim-1gb' });
  expect(String(checkout.url)).toMatch(/^https:\/\/pay\.other\.example\/checkout\//);
  await sandbox.control.habits({ checkoutOrigin: null });
});

it('the clock can stand still, run and jump', async () => {
  let real = START;
  const moving = await startSandbox({ now: () => real });
  real += HOUR;
  expect(await moving.control.clock.advance(HOUR)).toBe('2026-03-02T12:00:00Z');
  await moving.control.clock.freeze();
  real += HOUR;
  expect((await moving.control.state()).now).toBe('2026-03-02T12:00:00Z');
  await moving.control.clock.run();
  real += HOUR;
  expect((await moving.control.state()).now).toBe('2026-03-02T13:00:00Z');
  await moving.close();
});

it('the log tells each request without its secrets', async () => {
  await sandbox.control.clearLog();
  const { token } = sandbox.demo;
  await fetch(`${sandbox.baseUrl}/help?a=1`, {
    headers: { authorization: `Bearer ${token}`, cookie: 'session=secret', referer: 'https://from.example/' },
  });
  await client(sandbox).get('/lines');
  const [first, second] = sandbox.log();
  expect(first).toMatchObject({
    at: '2026-03-02T10:00:00Z',
    realAt: START,
    method: 'GET',
    path: '/v1/help',
    query: 'a=1',
    status: 200,
    aborted: false,
    cookies: true,
    referer: true,
    fault: null,
  });
  expect(first?.headers.authorization).toBe(`Bearer …${token.slice(-4)}`);
  expect(second).toMatchObject({ cookies: false, referer: false });
  expect(JSON.stringify(sandbox.log())).not.toMatch(new RegExp(`${token}|session=secret`));
  expect(await sandbox.control.log()).toEqual(sandbox.log());
});

it('a revoked token is refused, and a new one works', async () => {
  const other = await startStill();
  const fresh = await other.control.tokens.create();
  await other.control.tokens.revoke(other.demo.token);
  expect((await client(other).get('/lines')).status).toBe(401);
  expect((await client(other, fresh).get('/lines')).status).toBe(200);
  await other.control.tokens.revoke();
  expect((await client(other, fresh).get('/lines')).status).toBe(401);
  await other.close();
});

it('a database in a file outlives a restart, without a token in plain sight of its rows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const database = join(folder, 'carrier.db');
  const first = await startStill({ database });
  const id = await opened(first, 'esim', { offerId: 'esim-5gb' });
  await first.control.checkouts.pay(id, {});
  await first.control.clock.advance(HOUR);
  const before = await balanceOf(first, 'esim');
  await first.close();
  const second = await startStill({ database });
  expect(second.demo).toEqual(first.demo);
  expect(await balanceOf(second, 'esim')).toMatchObject({ buckets: before.buckets, asOf: before.asOf });
  await second.close();
  const rows = new DatabaseSync(database).prepare('SELECT hash FROM tokens').all();
  expect(JSON.stringify(rows)).not.toContain(first.demo.token);
  rmSync(folder, { recursive: true });
});
