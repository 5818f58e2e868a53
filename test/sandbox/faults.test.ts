import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Fault } from './fault-types.ts';
import type { Sandbox } from './sandbox-types.ts';
import { eventually, startStill } from './test-client.ts';

const BALANCE = '/v1/lines/esim/balance';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill();
});
beforeEach(async () => {
  await sandbox.control.faults.clear();
  await sandbox.control.clearLog();
  sandbox.otherOrigin.clearLog();
});
afterAll(() => sandbox.close());

const meet = (fault: Fault) => sandbox.control.faults.add({ path: BALANCE, fault });

const ask = (init: RequestInit = {}) =>
  fetch(sandbox.url + BALANCE, { headers: { authorization: `Bearer ${sandbox.demo.token}` }, ...init });

/** Asks, waits until the request stands in the log, and gives up. */
async function askAndGiveUp(): Promise<void> {
  const giveUp = new AbortController();
  const asked = ask({ signal: giveUp.signal }).then((response) => response.text());
  await eventually(() => sandbox.log().length > 0);
  giveUp.abort();
  await expect(asked).rejects.toThrow();
  await eventually(() => sandbox.log()[0]?.durationMs !== null);
}

it.each<Fault>([{ kind: 'silence' }, { kind: 'latency', ms: 3_600_000 }])(
  'a server with $kind holds the connection until the client gives up',
  async (fault) => {
    await meet(fault);
    await askAndGiveUp();
    expect(sandbox.log()[0]).toMatchObject({ status: null, aborted: true, fault: fault.kind });
  },
);

it('a held answer comes when the fault is removed', async () => {
  const id = await sandbox.control.faults.add({ path: BALANCE, fault: { kind: 'held' }, times: 1 });
  const asked = ask();
  await eventually(() => sandbox.log().length > 0);
  expect(sandbox.log()).toMatchObject([{ status: null, durationMs: null, fault: 'held' }]);
  await sandbox.control.faults.remove(id);
  expect(await (await asked).json()).toMatchObject({ lineId: 'esim' });
});

it('after a short latency the true answer comes', async () => {
  await meet({ kind: 'latency', ms: 1 });
  expect(await (await ask()).json()).toMatchObject({ lineId: 'esim' });
});

it.each<Fault>([{ kind: 'stalled-body' }, { kind: 'drip', bytesPerSecond: 0.001 }])(
  'with $kind the headers come and the body does not end',
  async (fault) => {
    await meet(fault);
    const giveUp = new AbortController();
    const response = await ask({ signal: giveUp.signal });
    const first = await response.body?.getReader().read();
    expect([response.status, first?.done]).toEqual([200, false]);
    expect(first?.value?.length).toBeLessThan(Number(response.headers.get('content-length')));
    giveUp.abort();
    await eventually(() => sandbox.log()[0]?.aborted === true);
  },
);

it.each([401, 403, 404, 410, 429, 500, 503])('a status of %i can be asked for', async (status) => {
  await meet({ kind: 'status', status });
  const response = await ask();
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.has('www-authenticate')).toBe(status === 401);
  expect(response.headers.get('retry-after')).toBeNull();
});

it('Retry-After is told in seconds, as a date of the carrier, or as it stands', async () => {
  const headers = async (fault: Fault) => {
    await meet(fault);
    return (await ask()).headers;
  };
  const status = { kind: 'status', status: 429 } as const;
  expect((await headers({ ...status, retryAfter: 120 })).get('retry-after')).toBe('120');
  expect((await headers({ ...status, retryAfter: 'soon' })).get('retry-after')).toBe('soon');
  const dated = await headers({ ...status, retryAfter: 120, asDate: true });
  expect(dated.get('retry-after')).toBe('Mon, 02 Mar 2026 10:02:00 GMT');
  expect(dated.get('date')).toBe('Mon, 02 Mar 2026 10:00:00 GMT');
});

it('a redirect leads to the other origin, which notes who came', async () => {
  await meet({ kind: 'redirect', to: 'other-origin' });
  const response = await ask({ redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([
    302,
    sandbox.otherOrigin.url + BALANCE,
  ]);
  expect(sandbox.otherOrigin.log()).toEqual([]);
  await (await ask()).text();
  expect(sandbox.otherOrigin.log()).toMatchObject([{ path: BALANCE, status: 200 }]);
  expect(sandbox.otherOrigin.log()[0]?.headers.authorization).toBeUndefined();
});

it('a redirect within the origin is followed to the true answer', async () => {
  await sandbox.control.faults.add({
    path: BALANCE,
    fault: { kind: 'redirect', to: 'same-origin', status: 307 },
    times: 1,
  });
  expect(await (await ask()).json()).toMatchObject({ lineId: 'esim' });
  expect(sandbox.log().map(({ status, query }) => [status, query])).toEqual([
    [307, ''],
    [200, 'redirected=1'],
  ]);
});

it('a captive portal answers 200 with a page', async () => {
  await meet({ kind: 'html' });
  const response = await ask();
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await response.text()).toMatch(/^<!doctype html>/);
});

it('broken JSON arrives whole', async () => {
  await meet({ kind: 'broken-json' });
  const text = await (await ask()).text();
  expect(text.slice(0, 16)).toBe('{"lineId":"esim"');
  expect(() => JSON.parse(text)).toThrow();
});

it.each<Fault>([{ kind: 'truncated' }, { kind: 'reset' }])('a body cut by $kind fails', async (fault) => {
  await meet(fault);
  await expect(ask().then((response) => response.text())).rejects.toThrow();
  await eventually(() => sandbox.log()[0]?.durationMs !== null);
  expect(sandbox.log()[0]).toMatchObject({ status: 200, aborted: false });
});
