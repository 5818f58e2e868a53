import { afterAll, beforeAll, expect, it } from 'vitest';
import { LINE_KINDS } from '../../utils/domain/line.ts';
import {
  checkoutSchema,
  helpSchema,
  offerSchema,
  offersSchema,
  openedCheckoutSchema,
} from '../../utils/domain/offers.ts';
import { bucketSchema, readingSchema } from '../../utils/domain/reading.ts';
import type { Sandbox } from './sandbox-types.ts';
import { client, opened, startStill } from './test-client.ts';
import { LINE_IDS } from './vocabulary.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill();
});
afterAll(() => sandbox.close());

/** The names of an object, sorted: an answer tells neither less nor more than the contract. */
const names = (value: unknown) => Object.keys(value as object).sort();

it('the account holds five lines, one of each kind, with masked numbers', async () => {
  const { status, body } = await client(sandbox).get('/lines');
  const lines = body.lines as Record<string, unknown>[];
  expect(status).toBe(200);
  expect(lines.map((line) => line.id)).toEqual([...LINE_IDS]);
  expect(lines.map((line) => line.kind)).toEqual([...LINE_KINDS]);
  for (const line of lines) {
    expect(names(line)).toEqual(['deviceIdMasked', 'id', 'kind', 'label', 'numberMasked', 'planName']);
    expect(String(line.numberMasked ?? line.deviceIdMasked)).toMatch(/••/);
  }
});

it.each(LINE_IDS)('the balance of %s is the normal form, with the id of its line', async (lineId) => {
  const { status, headers, body } = await client(sandbox).get(`/lines/${lineId}/balance`);
  expect(status).toBe(200);
  expect(body.lineId).toBe(lineId);
  expect(names(body)).toEqual(names({ ...readingSchema.parse(body), lineId }));
  for (const bucket of body.buckets as unknown[])
    expect(names(bucket)).toEqual(names(bucketSchema.parse(bucket)));
  expect(headers.get('cache-control')).toMatch(/max-age=300/);
  expect(headers.get('content-type')).toMatch(/^application\/json/);
});

it.each(LINE_IDS)('the offers of %s follow the contract and are sold in one currency', async (lineId) => {
  const { body } = await client(sandbox).get(`/lines/${lineId}/offers`);
  const { offers, customAmount } = offersSchema.parse(body);
  expect(offers.length).toBeGreaterThanOrEqual(3);
  for (const offer of body.offers as unknown[]) expect(names(offer)).toEqual(names(offerSchema.parse(offer)));
  const currencies = new Set(offers.map((offer) => offer.price.currency));
  if (customAmount) currencies.add(customAmount.currency);
  expect(currencies.size).toBe(1);
});

it('between them the lines sell bundles, credit, recurring plans and promotions, in several currencies', async () => {
  const answers = await Promise.all(LINE_IDS.map((id) => client(sandbox).get(`/lines/${id}/offers`)));
  const offers = answers.flatMap(({ body }) => offersSchema.parse(body).offers);
  expect(new Set(offers.map((offer) => offer.kind))).toEqual(new Set(['bundle', 'credit']));
  expect(offers.some((offer) => offer.recurring)).toBe(true);
  expect(offers.some((offer) => offer.promotion?.priceBefore && offer.promotion.endsAt)).toBe(true);
  expect(new Set(offers.map((offer) => offer.price.currency))).toEqual(new Set(['GBP', 'JPY', 'HKD', 'CNY']));
});

it('a checkout is opened, told and listed as the contract says', async () => {
  const api = client(sandbox);
  const answer = await api.order('esim', { offerId: 'esim-1gb' });
  expect(answer.status).toBe(201);
  expect(names(answer.body)).toEqual(names(openedCheckoutSchema.parse(answer.body)));
  expect(answer.body.status).toBe('open');
  const { body } = await api.get(`/checkouts/${answer.body.id}`);
  expect(names(body)).toEqual(names(checkoutSchema.parse(body)));
  expect(body).toMatchObject({ offerId: 'esim-1gb', price: { amount: 450, currency: 'GBP' }, paidAt: null });
});

it('a checkout opens on the announced host, and its address holds nothing but an opaque id', async () => {
  const { body: help } = await client(sandbox).get('/help');
  expect(names(help)).toEqual(names(helpSchema.parse(help)));
  expect(help.checkoutHosts).toEqual([sandbox.host]);
  const { body } = await client(sandbox).order('esim', { offerId: 'esim-1gb' });
  const url = new URL(String(body.url));
  expect(url.host).toBe(sandbox.host);
  expect(url.pathname).toMatch(/^\/checkout\/[a-z]{20,}$/);
  expect(url.search + url.hash + url.username).toBe('');
});

it('receipts come newest first, page by page, and only for what was paid', async () => {
  const api = client(sandbox);
  for (let n = 0; n < 25; n++) {
    const id = await opened(sandbox, 'phone', { offerId: 'phone-credit-50' });
    await sandbox.control.checkouts.settle(id, n % 5 === 4 ? 'failed' : 'credited');
  }
  const first = (await api.get('/lines/phone/top-ups')).body;
  const second = (await api.get(`/lines/phone/top-ups?cursor=${first.next}`)).body;
  const all = [...(first.topUps as unknown[]), ...(second.topUps as unknown[])].map((c) =>
    checkoutSchema.parse(c),
  );
  expect((first.topUps as unknown[]).length).toBe(20);
  expect(second.next).toBeNull();
  expect(all).toHaveLength(23);
  expect(new Set(all.map((c) => c.receiptNumber)).size).toBe(23);
  const paid = all.map((c) => String(c.paidAt));
  expect(paid).toEqual([...paid].sort().reverse());
});

it('an unchanged balance is 304 with the same tag, and a changed one is sent again', async () => {
  const api = client(sandbox);
  const { headers } = await api.get('/lines/calling/balance');
  const etag = String(headers.get('etag'));
  const again = await api.get('/lines/calling/balance', { 'if-none-match': `"other", ${etag}` });
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(etag);
  await sandbox.control.lines.drain('calling', 5000);
  const changed = await api.get('/lines/calling/balance', { 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(etag);
});

it('what is refused is told as problem details with a page behind the type', async () => {
  const { status, headers, body } = await client(sandbox).get('/lines/nobody/balance');
  expect(status).toBe(404);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({ status: 404, title: 'The account has no such line' });
  expect((await fetch(String(body.type))).status).toBe(200);
});

it.each([
  ['no token', null, 'Bearer realm="sandbox"'],
  ['a wrong token', 'sbp_wrong', 'Bearer realm="sandbox", error="invalid_token"'],
])('%s is answered 401 with a challenge', async (_what, token, challenge) => {
  const { status, headers } = await client(sandbox, token).get('/lines');
  expect(status).toBe(401);
  expect(headers.get('www-authenticate')).toContain(challenge);
});

it('a token for reading alone cannot open a checkout', async () => {
  const reader = client(sandbox, await sandbox.control.tokens.create('read'));
  expect((await reader.get('/lines')).status).toBe(200);
  const { status, headers } = await reader.order('esim', { offerId: 'esim-1gb' });
  expect(status).toBe(403);
  expect(headers.get('www-authenticate')).toContain('insufficient_scope');
});

it('an address takes its own methods only', async () => {
  const { status, headers } = await client(sandbox).post('/lines', {});
  expect([status, headers.get('allow')]).toEqual([405, 'GET']);
});
