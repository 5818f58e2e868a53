import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, checkoutOf, MINUTE, opened, startStill } from './test-client.ts';
import { PAYMENT_METHODS } from './vocabulary.ts';

const GB = 1_000_000_000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill({ speed: 0 });
});
beforeEach(() => sandbox.control.lines.reset());
afterAll(() => sandbox.close());

/** General data that can be used now, in bytes. */
async function dataLeft(): Promise<number> {
  const { buckets } = await balanceOf(sandbox, 'esim');
  const counted = buckets.filter((bucket) => bucket.state === 'active' && bucket.id !== 'esim-roaming');
  return counted.reduce((sum, bucket) => sum + bucket.remaining, 0);
}

const page = async (path: string) => (await fetch(`${sandbox.url}/checkout/${path}`)).text();

it.each(PAYMENT_METHODS)(
  'a payment by %s that succeeds adds the data at once, with a receipt',
  async (method) => {
    const before = await dataLeft();
    const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
    await sandbox.control.checkouts.pay(id, { method });
    expect(await checkoutOf(sandbox, id)).toMatchObject({
      status: 'credited',
      paidAt: '2026-03-02T10:00:00Z',
      creditedAt: '2026-03-02T10:00:00Z',
      receiptNumber: expect.stringMatching(/^SB2026-\d{6}$/),
      failureReason: null,
    });
    expect((await dataLeft()) - before).toBe(5 * GB);
    expect(await page(`${id}/done`)).toContain('You can close this tab.');
  },
);

it.each(PAYMENT_METHODS)('a payment by %s that is declined says why and changes nothing', async (method) => {
  const before = await balanceOf(sandbox, 'esim');
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  await sandbox.control.checkouts.pay(id, { method, outcome: 'decline' });
  expect(await checkoutOf(sandbox, id)).toMatchObject({
    status: 'failed',
    paidAt: null,
    receiptNumber: null,
    failureReason: expect.stringMatching(/declined|refused/),
  });
  expect(await balanceOf(sandbox, 'esim')).toEqual(before);
});

it.each(PAYMENT_METHODS)('a payment by %s that is abandoned stays open until it expires', async (method) => {
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  await sandbox.control.checkouts.pay(id, { method, outcome: 'abandon' });
  expect(await page(`${id}/done`)).toContain('You left without paying');
  await sandbox.control.clock.advance(30 * MINUTE - 1000);
  expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'open' });
  await sandbox.control.clock.advance(1000);
  expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'expired', paidAt: null });
  await sandbox.control.checkouts.pay(id, { method });
  expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'expired' });
});

it.each(PAYMENT_METHODS)(
  'a payment by %s that asks for a second confirmation waits for it',
  async (method) => {
    for (const [accept, status] of [
      [true, 'credited'],
      [false, 'failed'],
    ] as const) {
      const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
      await sandbox.control.checkouts.pay(id, { method, outcome: 'confirm' });
      expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'open', paidAt: null });
      expect(await page(id)).toContain('Confirm the payment');
      await sandbox.control.checkouts.confirm(id, accept);
      expect(await checkoutOf(sandbox, id)).toMatchObject({ status });
    }
  },
);

it.each(PAYMENT_METHODS)('a payment by %s that is credited late is paid first', async (method) => {
  const before = await dataLeft();
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  const paidAt = (await sandbox.control.state()).now;
  await sandbox.control.checkouts.pay(id, { method, outcome: 'late', delaySeconds: 90 });
  await sandbox.control.clock.advance(89_000);
  expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'paid', paidAt, creditedAt: null });
  expect(await dataLeft()).toBe(before);
  const creditedAt = await sandbox.control.clock.advance(1000);
  expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'credited', creditedAt });
  expect((await dataLeft()) - before).toBe(5 * GB);
});

it.each(PAYMENT_METHODS)('a payment by %s that is refunded adds nothing', async (method) => {
  const before = await dataLeft();
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  await sandbox.control.checkouts.pay(id, { method, outcome: 'refund', delaySeconds: 60 });
  expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'paid' });
  await sandbox.control.clock.advance(60_000);
  expect(await checkoutOf(sandbox, id)).toMatchObject({ status: 'refunded', creditedAt: null });
  expect(await dataLeft()).toBe(before);
});

it('a refund after the credit takes the data back', async () => {
  const before = await dataLeft();
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  await sandbox.control.checkouts.settle(id, 'credited');
  expect((await sandbox.control.checkouts.settle(id, 'refunded')).status).toBe('refunded');
  expect(await dataLeft()).toBe(before);
});

it('a late payment is credited by control before its time, once', async () => {
  const before = await dataLeft();
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  await sandbox.control.checkouts.pay(id, { outcome: 'late' });
  await sandbox.control.checkouts.settle(id, 'credited');
  await sandbox.control.clock.advance(60 * MINUTE);
  expect((await dataLeft()) - before).toBe(5 * GB);
  await expect(sandbox.control.checkouts.settle(id, 'credited')).rejects.toThrow('409');
});

it('a form that is sent twice pays once', async () => {
  const before = await dataLeft();
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  await sandbox.control.checkouts.pay(id, {});
  await sandbox.control.checkouts.pay(id, {});
  expect((await dataLeft()) - before).toBe(5 * GB);
});
