import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotModified } from '../../utils/domain/failure.ts';
import { toInstant } from '../../utils/domain/instant.ts';
import { readingSchema } from '../../utils/domain/reading.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { Sandbox } from '../sandbox/sandbox-types.ts';
import { LINE_IDS } from '../sandbox/vocabulary.ts';
import { failureOf } from '../support/carrier.ts';
import { contextFor } from '../support/replay.ts';

/* The provider and the sandbox carrier were written apart, each from the contract: here they meet. */

const NOW = Date.parse('2026-11-21T09:30:00Z');

describe('a carrier that implements the contract', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => NOW });
  });
  afterAll(() => sandbox.close());

  function at(line: string, etags: Record<string, string> = {}) {
    const fields = { baseUrl: sandbox.baseUrl, token: sandbox.demo.token, line };
    const host = createHttpHost({ fetch, hasPermission: async () => true, clock: { now: () => NOW } });
    const run = host.run(accountApi, fields, { origins: accountApi.origins(fields), etags });
    return { fields, run, context: contextFor(run.http, toInstant(NOW)) };
  }

  it.each(LINE_IDS)('the line %s is read, and unchanged the second time', async (line) => {
    const first = at(line);
    const reading = await accountApi.read(first.fields, first.context);
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(reading.asOf).not.toBeNull();
    const second = at(line, first.run.etags());
    await expect(accountApi.read(second.fields, second.context)).rejects.toBeInstanceOf(NotModified);
  });

  it('the balance of another line, a refused token and an unknown line are told apart', async () => {
    await sandbox.control.faults.add({
      path: '/v1/lines/esim/balance',
      fault: { kind: 'wrong-line', lineId: 'phone' },
    });
    const mixedUp = at('esim');
    expect((await failureOf(accountApi.read(mixedUp.fields, mixedUp.context))).kind).toBe('unreadable');
    await sandbox.control.faults.clear();
    const unknown = at('nobody');
    expect((await failureOf(accountApi.read(unknown.fields, unknown.context))).kind).toBe('line-gone');
    const refused = { ...unknown.fields, line: 'esim', token: 'made-up' };
    expect((await failureOf(accountApi.read(refused, unknown.context))).kind).toBe('signed-out');
  });
});
