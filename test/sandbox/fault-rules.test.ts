import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Fault } from './fault-types.ts';
import type { Sandbox } from './sandbox-types.ts';
import { client, MINUTE, startStill } from './test-client.ts';

const BALANCE = '/v1/lines/esim/balance';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill();
});
beforeEach(() => sandbox.control.faults.clear());
afterAll(() => sandbox.close());

const meet = (fault: Fault) => sandbox.control.faults.add({ path: BALANCE, fault });

const ask = (init: RequestInit = {}) =>
  fetch(sandbox.url + BALANCE, { headers: { authorization: `Bearer ${sandbox.demo.token}` }, ...init });

it('the balance of another line says whose it is', async () => {
  await meet({ kind: 'wrong-line', lineId: 'phone' });
  expect(await (await ask()).json()).toMatchObject({ lineId: 'phone' });
});

it('a tag can be ignored, so that the same body comes again', async () => {
  const { headers, body } = await client(sandbox).get('/lines/esim/balance');
  await meet({ kind: 'ignore-etag' });
  const again = await client(sandbox).get('/lines/esim/balance', {
    'if-none-match': String(headers.get('etag')),
  });
  expect([again.status, again.body]).toEqual([200, body]);
});

it('any body can be sent', async () => {
  await meet({ kind: 'body', body: 'null', status: 203, contentType: 'text/plain' });
  const response = await ask();
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    203,
    'text/plain',
    'null',
  ]);
});

it('a fault meets as many requests as it says, of its method and path', async () => {
  const { control } = sandbox;
  await control.faults.add({
    path: '/v1/*/balance',
    method: 'GET',
    times: 2,
    fault: { kind: 'status', status: 503 },
  });
  await control.faults.add({ path: BALANCE, method: 'POST', fault: { kind: 'html' } });
  expect((await client(sandbox).get('/lines')).status).toBe(200);
  const statuses = [(await ask()).status, (await ask()).status, (await ask()).status];
  expect(statuses).toEqual([503, 503, 200]);
});

it('a fault lasts as long as it says on the clock of the sandbox', async () => {
  await sandbox.control.faults.add({ path: '*', forMs: MINUTE, fault: { kind: 'status', status: 503 } });
  expect((await ask()).status).toBe(503);
  await sandbox.control.clock.advance(MINUTE);
  expect((await ask()).status).toBe(200);
});

it('the newest fault is met first, and can be taken away', async () => {
  await meet({ kind: 'status', status: 500 });
  const newer = await meet({ kind: 'status', status: 429 });
  expect((await ask()).status).toBe(429);
  await sandbox.control.faults.remove(newer);
  expect((await ask()).status).toBe(500);
});

it('an order whose answer is lost was opened all the same', async () => {
  await sandbox.control.faults.add({ path: '/v1/lines/esim/checkouts', times: 1, fault: { kind: 'reset' } });
  const before = (await sandbox.control.checkouts.list()).length;
  const send = () => client(sandbox).order('esim', { offerId: 'esim-1gb' }, 'lost-answer');
  await expect(send()).rejects.toThrow();
  const [first] = await sandbox.control.checkouts.list();
  expect((await send()).body.id).toBe(first?.id);
  expect(await sandbox.control.checkouts.list()).toHaveLength(before + 1);
});
