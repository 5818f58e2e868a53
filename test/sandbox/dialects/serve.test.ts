import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox-types.ts';
import { startStill } from '../test-client.ts';
import { DIALECTS } from './dialects.ts';
import { dialectsOf, fetchFrom } from './test-reading.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startStill({ dialects: true });
});
afterAll(() => sandbox.close());
beforeEach(() => dialectsOf(sandbox).clearLog());

it('answers each dialect under its own names, with a certificate of this run that covers them all', () => {
  const { hosts, certificate } = dialectsOf(sandbox);
  const { subjectAltName = '' } = new X509Certificate(certificate.cert);
  expect(hosts).toEqual(DIALECTS.flatMap((dialect) => dialect.hosts));
  expect(subjectAltName.split(', ')).toEqual(hosts.map((host) => `DNS:${host}`));
});

it('answers nobody under a name that no dialect has', async () => {
  expect((await fetchFrom(sandbox)('http://bank.example/')).status).toBe(421);
});

it('keeps apart what the carrier and what its dialects were asked', async () => {
  const answer = await fetchFrom(sandbox)('https://pass.telekom.de/api/service/generic/v1/status');
  expect(answer.status).toBe(200);
  expect(dialectsOf(sandbox).log()).toMatchObject([
    {
      method: 'GET',
      path: '/api/service/generic/v1/status',
      headers: { host: 'pass.telekom.de' },
      cookies: false,
      secrets: [],
    },
  ]);
  expect(sandbox.log()).toEqual([]);
});
