import { describe, expect, it, vi } from 'vitest';
import { keepSignIn } from '../../utils/app/kept-sign-in.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { start } from '../../utils/app/start.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import type { Fault } from '../sandbox/fault-types.ts';
import { titles } from '../support/app-checkout.ts';
import { signIn } from '../support/app-sign-in.ts';
import { everythingStored, sessionItems, storedBesideSecrets } from '../support/app-stored.ts';
import { startWorld, type World } from '../support/app-world.ts';

const FAULTS: Fault[] = [
  { kind: 'status', status: 401 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 429, retryAfter: 60 },
  { kind: 'status', status: 503 },
  { kind: 'redirect', to: 'other-origin' },
  { kind: 'html' },
  { kind: 'broken-json' },
  { kind: 'truncated' },
  { kind: 'reset' },
];

/** Whatever a command answers, or how it is refused, as a page would have it. */
async function replies(world: World, lineId: string, topUpId: string): Promise<string> {
  const draft = world.draft('esim', { secrets: {}, secretFrom: lineId });
  const said: unknown[] = [];
  const send = async (name: string, input: unknown) => said.push(await world.serve({ v: 1, name, input }));
  await send('state', {});
  await send('refresh', { lineId: null });
  await send('rebuild-glance', {});
  await send('tick', {});
  await send('list-lines', { draft });
  await send('try-line', { draft });
  await send('replace-line', { lineId, draft });
  await send('sign-in-again', { lineId, signInId: 'none' });
  await send('offers', { lineId });
  await send('help', { lineId });
  await send('open-top-up', { lineId, order: { offerId: 'esim-5gb' } });
  await send('reopen-top-up', { topUpId });
  await send('receipts', { lineId: null });
  await send('carrier-receipts', { lineId, cursor: null });
  await send('export-all', {});
  await send('export-history', { lineId: null });
  await send('diagnostics', { environment: {} });
  return JSON.stringify(said);
}

describe('a canary among the secrets', () => {
  it('G06: is in no answer, notification, address, log, export or stored row, however the carrier fails', async () => {
    const world = await startWorld();
    const log = vi.spyOn(console, 'error');
    const canary = world.token;
    const lineId = await world.addLine('esim');
    const { topUpId } = await world.command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } });
    const heard: string[] = [];
    for (const fault of FAULTS) {
      await world.sandbox.control.faults.clear();
      await world.sandbox.control.faults.add({ path: '/v1/*', fault });
      await world.pass(2 * HOUR);
      await pollDue(world.deps);
      heard.push(await replies(world, lineId, topUpId));
    }
    await world.sandbox.control.faults.clear();
    await world.pass(25 * HOUR);
    heard.push(await replies(world, lineId, topUpId));
    expect(heard.join().length).toBeGreaterThan(10_000);
    expect(heard.at(-1)?.includes('"ok":true')).toBe(true);
    const told = JSON.stringify([world.notices, world.tabs, world.drawn, log.mock.calls]);
    const asked = await world.sandbox.control.log();
    const addresses = asked.map(({ path, query }) => path + query);
    const said = [...heard, told, await storedBesideSecrets(), ...addresses];
    expect(said.some((text) => text.includes(canary))).toBe(false);
    expect((await everythingStored()).includes(canary)).toBe(true);
  });

  it('G06: a sign-in leaves its tokens with the secrets alone, and an error that quotes one is told by name', async () => {
    const world = await startWorld();
    const signInId = await signIn(world);
    const lineId = await world.addLine('esim', { signInId, secrets: {} });
    const tokens = (await world.deps.secrets.get(lineId))?.oauth;
    world.deps.http = {
      run: (_provider, line) => {
        throw new Error(`no fetch with ${line.token}`);
      },
    };
    await world.pass(MINUTE);
    const said = await replies(world, lineId, 'none');
    const places = [said, await storedBesideSecrets()];
    for (const canary of [tokens?.accessToken, tokens?.refreshToken])
      expect(places.some((text) => text.includes(canary ?? '"'))).toBe(false);
    expect((await world.glanceLine(lineId)).failure?.detail).toBe('defect in account-api: Error');
  });
});

describe('a passphrase', () => {
  it('locked: the line says so, nobody is asked, nothing wakes up in vain; unlocked, it is asked at once', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.deps.session.set(`memory:${lineId}:session`, 'of the carrier');
    await world.command['set-passphrase']({ passphrase: 'correct horse battery' });
    await world.command.lock({});
    expect(JSON.stringify(await sessionItems())).not.toContain('of the carrier');
    await world.sandbox.control.clearLog();
    await world.pass(3 * HOUR);
    const next = await world.restart('browser');
    await start(next.deps);
    await next.pass(MINUTE);
    await pollDue(next.deps);
    expect(await next.command.refresh({ lineId })).toMatchObject([{ outcome: 'locked' }]);
    const oauth = { accessToken: 'a', refreshToken: null, expiresAt: null, issuer: next.sandbox.url };
    await keepSignIn(next.deps, 'finished', oauth);
    for (const ask of [
      () => next.command.offers({ lineId }),
      () => next.command['sign-in-again']({ lineId, signInId: 'finished' }),
    ])
      await expect(ask()).rejects.toMatchObject({ name: 'LockedError' });
    expect((await next.command.help({ lineId })).officialHosts).toBeDefined();
    expect(await next.asked()).toEqual([]);
    expect(next.wakes.at(-1)).toBeNull();
    expect(await next.glanceLine(lineId)).toMatchObject({ state: 'locked' });
    expect(next.badge().text).toBe('!');
    await expect(next.command.unlock({ passphrase: 'wrong horse battery' })).rejects.toMatchObject({
      reply: { kind: 'passphrase', reason: 'wrong' },
    });
    await next.command.unlock({ passphrase: 'correct horse battery' });
    expect(await next.asked()).toEqual(['GET /v1/lines/esim/balance']);
    expect(await next.glanceLine(lineId)).toMatchObject({ state: 'ok', failure: null });
    expect(titles(next)).toEqual([]);
  });

  it('locked while the carrier is asked: no failure is noted, and no sign-in is lost', async () => {
    const world = await startWorld();
    const signInId = await signIn(world);
    const lineId = await world.addLine('esim', { signInId, secrets: {} });
    await world.command['set-passphrase']({ passphrase: 'correct horse battery' });
    await world.sandbox.control.tokens.expireAccess();
    await world.pass(2 * MINUTE);
    world.network.fetch = async (...request) => {
      await world.deps.secrets.lock();
      return fetch(...request);
    };
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'locked' }]);
    world.network.fetch = fetch;
    expect(await world.deps.store.attempt(lineId)).toMatchObject({ failure: null, failures: 0 });
    await world.command.unlock({ passphrase: 'correct horse battery' });
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'read' }]);
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'ok', failure: null });
  });
});
