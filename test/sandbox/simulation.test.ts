import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, bucketOf, DAY, HOUR, MINUTE, opened, START, startStill } from './test-client.ts';

const MB = 1_000_000;
const GB = 1000 * MB;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill();
});
beforeEach(async () => {
  await sandbox.control.clock.set(new Date(START).toISOString());
  await sandbox.control.speed(1);
  await sandbox.control.lines.reset();
});
afterAll(() => sandbox.close());

const after = (ms: number) => new Date(START + ms).toISOString().replace('.000', '');

it('while the clock stands still nothing is used', async () => {
  const before = await balanceOf(sandbox, 'esim');
  expect(await balanceOf(sandbox, 'esim')).toEqual(before);
});

it('an end between two full hours is kept to the second', async () => {
  await sandbox.control.lines.setBucket('data-card', 'card-day', { validUntil: after(20 * MINUTE + 7000) });
  await sandbox.control.clock.advance(HOUR);
  expect(await bucketOf(sandbox, 'data-card', 'card-day-next')).toMatchObject({
    validFrom: after(20 * MINUTE + 7000),
    validUntil: after(DAY + 20 * MINUTE + 7000),
  });
});

it('usage is metered in steps, a payment at once', async () => {
  await sandbox.control.clock.advance(10 * MINUTE + 20_000);
  expect((await balanceOf(sandbox, 'esim')).asOf).toBe(after(10 * MINUTE));
  await sandbox.control.checkouts.pay(await opened(sandbox, 'esim', { offerId: 'esim-1gb' }), {});
  expect((await balanceOf(sandbox, 'esim')).asOf).toBe(after(10 * MINUTE + 20_000));
});

it('the bundle that ends first is used first', async () => {
  await sandbox.control.clock.advance(2 * DAY);
  expect((await bucketOf(sandbox, 'phone', 'phone-week')).used).toBeGreaterThan(900 * MB);
  expect((await bucketOf(sandbox, 'phone', 'phone-month')).used).toBe(2200 * MB);
});

it('roaming is used apart from the data at home', async () => {
  await sandbox.control.lines.drain('esim', 0);
  await sandbox.control.lines.setBucket('esim', 'esim-next', { state: 'suspended' });
  await sandbox.control.clock.advance(15 * DAY);
  const { used } = await bucketOf(sandbox, 'esim', 'esim-roaming');
  expect(used).toBeGreaterThan(310 * MB);
  expect(used).toBeLessThan(GB);
});

it('a queued bundle starts when the running one is used up', async () => {
  await sandbox.control.lines.drain('esim', MB);
  expect((await bucketOf(sandbox, 'esim', 'esim-next')).state).toBe('queued');
  await sandbox.control.clock.advance(HOUR);
  expect(await bucketOf(sandbox, 'esim', 'esim-5gb')).toMatchObject({ state: 'depleted', remaining: 0 });
  const next = await bucketOf(sandbox, 'esim', 'esim-next');
  expect(next.state).toBe('active');
  expect(next.used).toBeGreaterThan(0);
  const [from, until] = [Date.parse(String(next.validFrom)), Date.parse(String(next.validUntil))];
  expect(from).toBeGreaterThan(START);
  expect(from).toBeLessThan(START + HOUR);
  expect(until - from).toBe(30 * DAY);
});

it('a queued bundle starts when the running one ends', async () => {
  await sandbox.control.clock.advance(18 * DAY);
  expect((await bucketOf(sandbox, 'esim', 'esim-5gb')).state).toBe('expired');
  expect(await bucketOf(sandbox, 'esim', 'esim-next')).toMatchObject({
    state: 'active',
    validFrom: after(18 * DAY),
    validUntil: after(48 * DAY),
  });
});

it('an ended bundle is listed for another week', async () => {
  await sandbox.control.clock.advance(25 * DAY - MINUTE);
  expect((await bucketOf(sandbox, 'esim', 'esim-5gb')).state).toBe('expired');
  await sandbox.control.clock.advance(MINUTE);
  expect((await balanceOf(sandbox, 'esim')).buckets.map((b) => b.id)).toEqual(['esim-next']);
});

it('a second day pass follows the first', async () => {
  await sandbox.control.clock.advance(18 * HOUR);
  expect((await bucketOf(sandbox, 'data-card', 'card-day')).state).toBe('expired');
  expect(await bucketOf(sandbox, 'data-card', 'card-day-next')).toMatchObject({
    state: 'active',
    validUntil: after(42 * HOUR),
  });
});
