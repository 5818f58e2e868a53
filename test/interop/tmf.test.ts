import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { type Reading, readingSchema } from '../../utils/domain/reading.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import type { Provider } from '../../utils/providers/contract.ts';
import { tmf654 } from '../../utils/providers/tmf654.ts';
import { tmf677 } from '../../utils/providers/tmf677.ts';
import { contextFor } from '../support/replay.ts';
import { type MockServer, serveDocument } from './mock-server.ts';

/* The providers read a mock server that was made from documents of the standard, over a real connection. */

const NOW = '2026-11-21T09:30:00Z';

async function read(provider: Provider, server: MockServer, fields: Record<string, string> = {}) {
  const line = { baseUrl: server.baseUrl, token: server.token, ...fields };
  const clock = { now: () => Date.parse(NOW) };
  const host = createHttpHost({ fetch, hasPermission: async () => true, clock });
  const { http } = host.run(provider, line, { origins: provider.origins(line), etags: {} });
  return provider.read(line, contextFor(http, NOW)).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

async function readingOf(...args: Parameters<typeof read>): Promise<Reading> {
  const told = await read(...args);
  if (told instanceof Failure) throw told;
  expect(readingSchema.parse(told)).toEqual(told);
  return told;
}

function served(file: string) {
  let server: MockServer | null = null;
  beforeAll(async () => {
    server = await serveDocument(file);
  });
  afterEach(() => {
    const complaints = server?.complaints.splice(0);
    expect(complaints, 'what does not fit the document').toEqual([]);
  });
  afterAll(() => server?.close());
  return () => {
    if (!server) throw new Error('no server');
    return server;
  };
}

describe('TMF654, version 4', () => {
  const server = served('tmf654-v4.yaml');

  it('the buckets of a line are read, each in its own unit, and money is the credit', async () => {
    server().answer({ listBucket: { code: 200, example: 'inUse' } });
    expect(await readingOf(tmf654, server(), { line: '34600100200' })).toMatchObject({
      credit: { amount: 735, currency: 'EUR' },
      buckets: [
        {
          id: 'b-1',
          label: 'Plus 8 GB',
          kind: 'data',
          remaining: 2_750_000_000,
          validUntil: '2026-12-01T00:00:00Z',
        },
        { id: 'b-2', kind: 'voice', remaining: 5700 },
        { id: 'b-3', kind: 'sms', remaining: 40 },
      ],
    });
  });

  it('every state that the standard knows is kept, and only what is active counts', async () => {
    server().answer({ listBucket: { code: 200, example: 'otherStates' } });
    const { buckets } = await readingOf(tmf654, server());
    expect(buckets.map(({ state, unlimited }) => ({ state, unlimited }))).toEqual([
      { state: 'expired', unlimited: false },
      { state: 'suspended', unlimited: false },
      { state: 'active', unlimited: true },
    ]);
  });

  it('no bucket at all is a reading that knows none', async () => {
    server().answer({ listBucket: { code: 200, example: 'nothing' } });
    expect(await readingOf(tmf654, server())).toMatchObject({ buckets: [], credit: null });
  });

  it('a carrier without buckets is asked for its sums', async () => {
    server().answer({ listAccumulatedBalance: { code: 200, example: 'sum' } });
    expect(await readingOf(tmf654, server())).toMatchObject({
      buckets: [{ label: 'All data', remaining: 4.2e9 }],
    });
  });

  it.each([
    [{ listBucket: { code: 500 } }, 'carrier-down'],
    [{}, 'line-gone'],
  ])('an error of the standard is told as what it is: %j is %s', async (chosen, kind) => {
    server().answer(chosen);
    expect(await read(tmf654, server())).toMatchObject({ kind });
  });

  it('a refused token is signed out', async () => {
    expect(await read(tmf654, server(), { token: 'another' })).toMatchObject({ kind: 'signed-out' });
  });
});

describe('TMF677, version 5', () => {
  const server = served('tmf677-v5.yaml');

  it('a report is read with what is used and what remains, also where only a counter tells it', async () => {
    server().answer({ listUsageConsumptionReport: { code: 200, example: 'monthly' } });
    expect(await readingOf(tmf677, server(), { line: 'p-1' })).toMatchObject({
      asOf: '2026-11-21T08:10:00Z',
      buckets: [
        { id: 'k-1', kind: 'data', total: 5e9, used: 3.5e9, remaining: 1.5e9 },
        { id: 'k-2', kind: 'data', total: null, used: null, remaining: 600_000_000 },
        { id: 'k-3', kind: 'voice', remaining: null, unlimited: true },
      ],
    });
  });

  it.each([404, 405])(
    'where reports are answered %i, the query that is sent instead fits the document',
    async (code) => {
      server().answer({
        listUsageConsumptionReport: { code },
        createQueryUsageConsumption: { code: 201, example: 'done' },
      });
      expect(await readingOf(tmf677, server(), { line: '34600100200' })).toMatchObject({
        asOf: '2026-11-21T07:00:00Z',
        buckets: [{ id: 'k-9', remaining: 820_000_000 }],
      });
    },
  );

  it('a query that is under way is not ready, and neither address is a line that is gone', async () => {
    server().answer({ createQueryUsageConsumption: { code: 201, example: 'underWay' } });
    expect(await read(tmf677, server())).toMatchObject({ kind: 'carrier-down' });
    server().answer({});
    expect(await read(tmf677, server())).toMatchObject({ kind: 'line-gone' });
  });

  it('a refused token is signed out', async () => {
    expect(await read(tmf677, server(), { token: 'another' })).toMatchObject({ kind: 'signed-out' });
  });
});
