import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, checkoutOf, client, DAY, opened, startStill } from './test-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill({ speed: 0 });
});
beforeEach(() => sandbox.control.lines.reset());
afterAll(() => sandbox.close());

it('the same order with the same key opens one checkout, however often it is sent', async () => {
  const api = client(sandbox);
  const before = (await sandbox.control.checkouts.list()).length;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => api.order('esim', { offerId: 'esim-1gb' }, 'one-key')),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await sandbox.control.checkouts.list()).toHaveLength(before + 1);
});

it('another order under the same key is refused', async () => {
  const api = client(sandbox);
  await api.order('esim', { offerId: 'esim-1gb' }, 'a-key');
  expect((await api.order('esim', { offerId: 'esim-5gb' }, 'a-key')).status).toBe(422);
  expect((await api.order('phone', { offerId: 'phone-credit-50' }, 'a-key')).status).toBe(422);
});

it('an order without a key is refused', async () => {
  const { status, body } = await client(sandbox).post('/lines/esim/checkouts', { offerId: 'esim-1gb' });
  expect([status, String(body.type).endsWith('/missing-idempotency-key')]).toEqual([400, true]);
});

it.each([
  ['an offer of another line', 'esim', { offerId: 'phone-credit-50' }, 422],
  ['an amount below the least', 'esim', { amount: 400 }, 422],
  ['an amount above the most', 'esim', { amount: 10_100 }, 422],
  ['an amount between the steps', 'esim', { amount: 550 }, 422],
  ['an amount where none is sold', 'calling', { amount: 1000 }, 422],
  ['a decimal amount', 'esim', { amount: 500.5 }, 400],
  ['an offer and an amount', 'esim', { offerId: 'esim-1gb', amount: 500 }, 400],
  ['neither of both', 'esim', {}, 400],
  ['a list', 'esim', [], 400],
  ['a renewal of what does not renew', 'esim', { offerId: 'esim-1gb', autoRenew: true }, 422],
])('%s is refused', async (_what, lineId, order, status) => {
  expect((await client(sandbox).order(lineId, order)).status).toBe(status);
});

it('a free amount becomes credit', async () => {
  const id = await opened(sandbox, 'esim', { amount: 1500 });
  await sandbox.control.checkouts.pay(id, {});
  expect((await balanceOf(sandbox, 'esim')).credit).toEqual({ amount: 1240 + 1500, currency: 'GBP' });
  expect(await checkoutOf(sandbox, id)).toMatchObject({ offerId: null, price: { amount: 1500 } });
});

it('credit that is refunded after it was spent leaves less than nothing', async () => {
  const id = await opened(sandbox, 'esim', { amount: 1500 });
  await sandbox.control.checkouts.settle(id, 'credited');
  await sandbox.control.lines.set('esim', { credit: 200 });
  await sandbox.control.checkouts.settle(id, 'refunded');
  expect((await balanceOf(sandbox, 'esim')).credit?.amount).toBe(-1300);
});

it('after a promotion its price before is due', async () => {
  const offer = async () => {
    const { body } = await client(sandbox).get('/lines/esim/offers');
    return (body.offers as Record<string, unknown>[]).find((one) => one.id === 'esim-5gb');
  };
  expect(await offer()).toMatchObject({ price: { amount: 1200 }, promotion: { label: 'Autumn offer' } });
  await sandbox.control.clock.advance(14 * DAY);
  expect(await offer()).toMatchObject({ price: { amount: 1500 }, promotion: null });
});

it('a bundle bought with automatic renewal renews when it ends, with a receipt each time', async () => {
  const id = await opened(sandbox, 'phone', { offerId: 'phone-month-8gb', autoRenew: true });
  await sandbox.control.checkouts.pay(id, {});
  const { autoRenew } = await balanceOf(sandbox, 'phone');
  expect(autoRenew).toMatchObject({ enabled: true, offerId: 'phone-month-8gb' });
  const receipts = async () => (await client(sandbox).get('/lines/phone/top-ups')).body.topUps as unknown[];
  const before = (await receipts()).length;
  await sandbox.control.clock.advance(30 * DAY);
  const after = await balanceOf(sandbox, 'phone');
  expect(after.buckets.filter((b) => b.label.startsWith('Local 8 GB') && b.state === 'active')).toHaveLength(
    2,
  );
  expect(await receipts()).toHaveLength(before + 1);
  await sandbox.control.clock.advance(30 * DAY);
  expect(await receipts()).toHaveLength(before + 2);
});

it('a renewal that is bought without automatic renewal switches it off', async () => {
  const id = await opened(sandbox, 'calling', { offerId: 'calling-monthly', autoRenew: false });
  await sandbox.control.checkouts.pay(id, {});
  expect((await balanceOf(sandbox, 'calling')).autoRenew).toMatchObject({ enabled: false, nextAt: null });
  await sandbox.control.clock.advance(32 * DAY);
  const { period, buckets } = await balanceOf(sandbox, 'calling');
  expect(period).toBeNull();
  expect(new Set(buckets.map((bucket) => bucket.state))).toEqual(new Set(['expired']));
});

it('a lapsed number cannot be topped up', async () => {
  await sandbox.control.clock.advance(38 * DAY);
  expect((await client(sandbox).order('number-keeping', { offerId: 'keeping-credit-5' })).status).toBe(409);
});
