import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, bucketOf, client, DAY, HOUR, opened, START, startStill } from './test-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill();
});
beforeEach(async () => {
  await sandbox.control.clock.set(new Date(START).toISOString());
  await sandbox.control.lines.reset();
});
afterAll(() => sandbox.close());

const after = (ms: number) => new Date(START + ms).toISOString().replace('.000', '');

it('after the cap the data card goes on slowly, until a boost is bought', async () => {
  for (const id of ['card-day', 'card-day-next']) await sandbox.control.lines.removeBucket('data-card', id);
  await sandbox.control.lines.drain('data-card', 1_000_000);
  await sandbox.control.clock.advance(HOUR);
  const month = await bucketOf(sandbox, 'data-card', 'card-month');
  expect(month).toMatchObject({ state: 'throttled', remaining: 0, throttledTo: 1_000_000 });
  expect((await balanceOf(sandbox, 'data-card')).lineStatus).toBe('throttled');
  await sandbox.control.checkouts.pay(await opened(sandbox, 'data-card', { offerId: 'card-boost-5gb' }), {});
  expect((await balanceOf(sandbox, 'data-card')).lineStatus).toBe('active');
});

it('credit burns from the end of the last bundle, and not before', async () => {
  const credit = async () => (await balanceOf(sandbox, 'phone')).credit?.amount;
  await sandbox.control.lines.drain('phone', 0);
  expect(await credit()).toBe(8650);
  await sandbox.control.clock.advance(3 * HOUR);
  const left = (await credit()) ?? 0;
  expect(left).toBeLessThan(8650);
  expect(left).toBeGreaterThan(0);
  await sandbox.control.clock.advance(30 * DAY);
  expect(await credit()).toBe(0);
});

it('while data still flows slowly no credit burns', async () => {
  await sandbox.control.lines.setBucket('phone', 'phone-month', { throttledTo: 128_000 });
  await sandbox.control.lines.drain('phone', 0);
  await sandbox.control.clock.advance(3 * HOUR);
  expect(await balanceOf(sandbox, 'phone')).toMatchObject({
    lineStatus: 'throttled',
    credit: { amount: 8650 },
  });
});

it('a bundle bought in time stops the burning', async () => {
  await sandbox.control.lines.drain('phone', 0);
  await sandbox.control.checkouts.pay(await opened(sandbox, 'phone', { offerId: 'phone-week-3gb' }), {});
  await sandbox.control.clock.advance(3 * HOUR);
  expect((await balanceOf(sandbox, 'phone')).credit?.amount).toBe(8650);
});

it('a kept number lapses 90 days after the last top-up', async () => {
  const { validUntil } = await balanceOf(sandbox, 'number-keeping');
  expect(validUntil?.at).toBe(after(38 * DAY));
  await sandbox.control.clock.advance(38 * DAY - 1000);
  expect((await balanceOf(sandbox, 'number-keeping')).lineStatus).toBe('active');
  await sandbox.control.clock.advance(1000);
  expect((await balanceOf(sandbox, 'number-keeping')).lineStatus).toBe('expired');
});

it('a top-up keeps the number for 90 days more', async () => {
  await sandbox.control.clock.advance(37 * DAY);
  const id = await opened(sandbox, 'number-keeping', { offerId: 'keeping-credit-5' });
  await sandbox.control.checkouts.pay(id, {});
  const { validUntil, credit } = await balanceOf(sandbox, 'number-keeping');
  expect(validUntil?.at).toBe(after(127 * DAY));
  expect(credit).toEqual({ amount: 960, currency: 'GBP' });
});

it('data, minutes and messages begin anew with each period, on the same day of the month', async () => {
  const { period, autoRenew } = await balanceOf(sandbox, 'calling');
  expect(period).toEqual({ start: '2026-02-20T10:00:00Z', end: '2026-03-20T10:00:00Z' });
  expect(autoRenew).toEqual({ enabled: true, offerId: 'calling-monthly', nextAt: period?.end });
  await sandbox.control.clock.set('2026-03-20T09:59:00Z');
  expect((await bucketOf(sandbox, 'calling', 'calling-sms')).used).toBeGreaterThan(17);
  await sandbox.control.clock.set('2026-03-20T10:00:00Z');
  const renewed = await balanceOf(sandbox, 'calling');
  expect(renewed.period).toEqual({ start: '2026-03-20T10:00:00Z', end: '2026-04-20T10:00:00Z' });
  expect(renewed.buckets.map(({ id, used }) => [id, used])).toEqual([
    ['calling-data', 0],
    ['calling-voice', 0],
    ['calling-sms', 0],
  ]);
  const { body } = await client(sandbox).get('/lines/calling/top-ups');
  expect(body.topUps).toMatchObject([
    { creditedAt: '2026-03-20T10:00:00Z', offerId: 'calling-monthly' },
    {},
    {},
    {},
  ]);
});

it('a period that began on the 31st ends on the last day of a shorter month and finds back', async () => {
  await sandbox.control.clock.set('2026-02-10T00:00:00Z');
  await sandbox.control.lines.reset();
  const ends: (string | undefined)[] = [];
  for (let n = 0; n < 3; n++) {
    const end = (await balanceOf(sandbox, 'calling')).period?.end;
    ends.push(end);
    await sandbox.control.clock.set(String(end));
  }
  expect(ends).toEqual(['2026-02-28T00:00:00Z', '2026-03-31T00:00:00Z', '2026-04-30T00:00:00Z']);
});

it('a period that control ends begins anew at once', async () => {
  await sandbox.control.clock.advance(DAY);
  await sandbox.control.lines.resetPeriod('calling');
  const { period, buckets } = await balanceOf(sandbox, 'calling');
  expect(period?.start).toBe(after(DAY));
  expect(buckets.map((bucket) => bucket.used)).toEqual([0, 0, 0]);
});

it('a suspended line uses nothing', async () => {
  await sandbox.control.lines.set('esim', { status: 'suspended' });
  await sandbox.control.clock.advance(DAY);
  const { lineStatus, buckets } = await balanceOf(sandbox, 'esim');
  expect([lineStatus, buckets[0]?.used]).toEqual(['suspended', 1_860_000_000]);
});
