import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, bucketOf, HOUR, opened, START, startStill } from './test-client.ts';

const MB = 1_000_000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill({ speed: 0 });
});
beforeEach(async () => {
  await sandbox.control.clock.set(new Date(START).toISOString());
  await sandbox.control.habits({ usageLagSeconds: 0 });
  await sandbox.control.speed(0);
  await sandbox.control.lines.reset();
});
afterAll(() => sandbox.close());

const creditOf = async (line: string) => (await balanceOf(sandbox, line)).credit?.amount;

it('a use that is asked for is taken from the bundle, and what is beyond it from the credit', async () => {
  await sandbox.control.lines.drain('phone', 3 * MB);
  await sandbox.control.lines.use('phone', 'data', 10 * MB);
  expect((await bucketOf(sandbox, 'phone', 'phone-month')).remaining).toBe(0);
  expect(await creditOf('phone')).toBe(8650 - 7 * 20);
});

it('calls and messages cost what their rates say once their bundle is used up', async () => {
  const { lines } = sandbox.control;
  await lines.set('calling', { credit: 1000, rates: { voice: 30, sms: 10 } });
  await lines.use('calling', 'voice', 18_000 - 4_980 + 90);
  await lines.use('calling', 'sms', 83 + 2);
  expect(await creditOf('calling')).toBe(1000 - 45 - 20);
  expect((await bucketOf(sandbox, 'calling', 'calling-voice')).state).toBe('depleted');
  await lines.use('calling', 'voice', 10_000_000);
  expect(await creditOf('calling')).toBe(0);
});

it('a carrier can charge the credit although there is a bundle', async () => {
  const { used } = await bucketOf(sandbox, 'phone', 'phone-week');
  await sandbox.control.lines.set('phone', { pastBundles: true });
  await sandbox.control.lines.use('phone', 'data', 5 * MB);
  expect((await bucketOf(sandbox, 'phone', 'phone-week')).used).toBe(used);
  expect(await creditOf('phone')).toBe(8650 - 5 * 20);
});

it('night data is used at night, and the day’s data when it is gone', async () => {
  await sandbox.control.lines.setBucket('phone', 'night', { scope: 'night', total: 5 * MB, used: 0 });
  const { used } = await bucketOf(sandbox, 'phone', 'phone-week');
  await sandbox.control.lines.use('phone', 'data', MB);
  await sandbox.control.lines.use('phone', 'night', 7 * MB);
  expect((await bucketOf(sandbox, 'phone', 'night')).remaining).toBe(0);
  expect((await bucketOf(sandbox, 'phone', 'phone-week')).used).toBe(used + 3 * MB);
});

it('a fee is taken from the credit', async () => {
  await sandbox.control.lines.charge('number-keeping', 150);
  expect(await creditOf('number-keeping')).toBe(310);
  await expect(sandbox.control.lines.charge('data-card', 1)).rejects.toThrow('nothing to charge');
});

it('a use that makes no sense is refused', async () => {
  await expect(sandbox.control.lines.use('phone', 'data', -1)).rejects.toThrow('no such use');
});

it('a carrier can tell of use hours late, and of a payment at once', async () => {
  await sandbox.control.habits({ usageLagSeconds: 10_800 });
  await sandbox.control.speed(1);
  const used = async () => (await bucketOf(sandbox, 'phone', 'phone-week')).used;
  const before = await used();
  await sandbox.control.clock.advance(3 * HOUR);
  expect(await used()).toBe(before);
  await sandbox.control.clock.advance(HOUR);
  const { asOf } = await balanceOf(sandbox, 'phone');
  expect([asOf, (await used()) > before]).toEqual(['2026-03-02T11:00:00Z', true]);
  await sandbox.control.checkouts.pay(await opened(sandbox, 'phone', { offerId: 'phone-credit-50' }), {});
  expect((await balanceOf(sandbox, 'phone')).asOf).toBe('2026-03-02T14:00:00Z');
});
