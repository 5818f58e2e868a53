import { describe, expect, it } from 'vitest';
import { toMs } from '../../utils/domain/instant.ts';
import { BALANCE_URL, failureOf, hostWith, json, NOW, readBalance, verdictOn } from '../support/carrier.ts';

describe('statuses', () => {
  it.each([
    [400, 'unreadable'],
    [401, 'signed-out'],
    [402, 'unreadable'],
    [403, 'signed-out'],
    [404, 'line-gone'],
    [409, 'unreadable'],
    [410, 'line-gone'],
    [422, 'unreadable'],
    [429, 'rate-limited'],
    [500, 'carrier-down'],
    [502, 'carrier-down'],
    [503, 'carrier-down'],
    [504, 'carrier-down'],
    [599, 'carrier-down'],
  ])('%i is %s, whatever its body says', async (status, kind) => {
    expect(await verdictOn('<html></html>', { status })).toBe(kind);
    expect(await verdictOn('{"buckets":[]}', { status })).toBe(kind);
  });

  it('an error is handed over to a provider that reads errors, with the failure it stands for', async () => {
    const { run } = hostWith(
      () => new Response('{"code":7}', { status: 503, headers: { 'retry-after': '60' } }),
    );
    const answer = await run().http.request({ url: BALANCE_URL, readsErrors: true });
    expect(answer.json()).toEqual({ code: 7 });
    expect(answer.failure()).toMatchObject({ kind: 'carrier-down', retryAt: '2026-11-21T09:31:00Z' });
  });

  it('being signed out says nothing about when to come back', async () => {
    const failure = await readBalance(
      () => new Response(null, { status: 401, headers: { 'retry-after': '60' } }),
    );
    expect(failure).toMatchObject({ kind: 'signed-out', retryAt: null });
  });
});

describe('no answer at all', () => {
  const dead = () => Promise.reject(new TypeError('Failed to fetch'));

  it('a bare TypeError of the browser is being offline', async () => {
    expect(await readBalance(dead)).toMatchObject({ kind: 'offline', retryAt: null });
  });

  it('C22: a request that the browser blocks soon after server errors counts as the carrier being down', async () => {
    let now = toMs(NOW);
    let answer = () => Promise.resolve(new Response(null, { status: 503 }));
    const { run } = hostWith(() => answer(), { clock: { now: () => now } });
    const ask = () => failureOf(run().http.request({ url: BALANCE_URL }));
    expect((await ask()).kind).toBe('carrier-down');
    answer = dead;
    now += 60_000;
    expect((await ask()).kind).toBe('carrier-down');
    now += 15 * 60_000;
    expect((await ask()).kind).toBe('offline');
  });

  it('C22: it is being offline where the browser knows of no network, or the carrier answered since', async () => {
    let online = true;
    let answer = () => Promise.resolve(new Response(null, { status: 500 }));
    const { run } = hostWith(() => answer(), { isOnline: () => online });
    const ask = () => failureOf(run().http.request({ url: BALANCE_URL }));
    await ask();
    answer = dead;
    online = false;
    expect((await ask()).kind).toBe('offline');
    online = true;
    answer = () => Promise.resolve(json({}));
    await run().http.request({ url: BALANCE_URL });
    answer = dead;
    expect((await ask()).kind).toBe('offline');
  });
});
