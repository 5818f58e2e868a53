import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readingSchema } from '../../utils/domain/reading.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import { failureOf } from '../support/carrier.ts';
import { EXAMPLES } from '../support/openapi-examples.ts';
import { contextFor } from '../support/replay.ts';
import { type MockServer, serveDocument } from './mock-server.ts';

/* Our own contract, understood by software that never saw our code: what the provider sends fits what is written. */

const NOW = '2026-11-21T09:30:00Z';
const OK = {
  listLines: { code: 200 },
  readBalance: { code: 200 },
  listOffers: { code: 200 },
  openCheckout: { code: 201 },
  readCheckout: { code: 200 },
  listTopUps: { code: 200 },
  readHelp: { code: 200 },
};

let server: MockServer;
beforeAll(async () => {
  server = await serveDocument('../../docs/account-api.yaml');
});
afterAll(() => server.close());
afterEach(() => {
  expect(server.complaints.splice(0), 'what does not fit the document').toEqual([]);
});

function asking(fields: Record<string, string> = {}) {
  const line = { baseUrl: server.baseUrl, token: server.token, line: EXAMPLES.Balance.lineId, ...fields };
  const clock = { now: () => Date.parse(NOW) };
  const host = createHttpHost({ fetch, hasPermission: async () => true, clock });
  const { http } = host.run(accountApi, line, { origins: accountApi.origins(line), etags: {} });
  return [line, contextFor(http, NOW)] as const;
}

const { topUps, lines, help } = accountApi;

describe('the written contract, served by a mock', () => {
  it('gives a balance that is read', async () => {
    server.answer(OK);
    const reading = await accountApi.read(...asking());
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(reading.buckets.length).toBeGreaterThan(0);
  });

  it('gives lines, offers, receipts and help that are read', async () => {
    server.answer(OK);
    expect(await lines?.(...asking())).not.toEqual([]);
    expect((await topUps?.offers(...asking()))?.offers).not.toEqual([]);
    expect((await topUps?.receipts(...asking(), null))?.topUps).not.toEqual([]);
    expect(await topUps?.receipts(...asking(), 'a-cursor')).toBeDefined();
    expect((await help?.(...asking()))?.checkoutHosts).not.toEqual([]);
  });

  it.each([
    { offerId: 'of_plus' },
    { offerId: 'of_plus', autoRenew: true },
    { offerId: 'of_plus', autoRenew: false },
    { amount: 1500 },
  ])('takes the order %j, and tells of its checkout', async (order) => {
    server.answer(OK);
    const opened = await topUps?.open(...asking(), order, crypto.randomUUID());
    expect(opened?.status).toBe('open');
    expect(await topUps?.status(...asking(), EXAMPLES.Checkout.id)).toBeDefined();
  });

  it.each([
    [401, 'signed-out'],
    [403, 'signed-out'],
    [404, 'line-gone'],
    [410, 'line-gone'],
    [429, 'rate-limited'],
    [503, 'carrier-down'],
  ])('its %i is understood as %s', async (code, kind) => {
    server.answer({ readBalance: { code } });
    expect((await failureOf(accountApi.read(...asking()))).kind).toBe(kind);
  });

  it('refuses another token', async () => {
    server.answer(OK);
    expect((await failureOf(accountApi.read(...asking({ token: 'another' })))).kind).toBe('signed-out');
  });
});
