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
});
afterAll(() => sandbox.close());

const meet = (fault: Fault) => sandbox.control.faults.add({ path: BALANCE, fault });

const ask = (init: RequestInit = {}) =>
  fetch(sandbox.url + BALANCE, { headers: { authorization: `Bearer ${sandbox.demo.token}` }, ...init });

it('a gzip bomb is small on the wire and large when unpacked', async () => {
  await meet({ kind: 'gzip-bomb', bytes: 20 * 1024 * 1024 });
  const response = await ask();
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect((await response.text()).length).toBeGreaterThan(20 * 1024 * 1024);
});

it('a gzip bomb ends when the client has had enough', async () => {
  await meet({ kind: 'gzip-bomb' });
  const response = await ask();
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await eventually(() => sandbox.log()[0]?.durationMs !== null);
  expect(sandbox.log()[0]).toMatchObject({ aborted: true });
});

it('a huge body is valid JSON', async () => {
  await meet({ kind: 'huge', bytes: 3_000_000 });
  const { padding } = (await (await ask()).json()) as { padding: string };
  expect(padding).toHaveLength(3_000_000);
});
