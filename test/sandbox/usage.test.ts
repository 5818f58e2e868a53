import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, bucketOf, DAY, HOUR, MINUTE, START, startStill } from './test-client.ts';

const MB = 1_000_000;

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

it('a day uses a day of data, most of it when people are awake', async () => {
  const used = async () => (await bucketOf(sandbox, 'phone', 'phone-week')).used;
  const start = await used();
  await sandbox.control.clock.set('2026-03-03T00:00:00Z');
  const midnight = await used();
  await sandbox.control.clock.advance(5 * HOUR);
  const morning = await used();
  await sandbox.control.clock.advance(13 * HOUR);
  const evening = await used();
  expect(midnight - start).toBeGreaterThan(30 * MB);
  expect((evening - morning) / (morning - midnight)).toBeGreaterThan(10);
});

it('it does not matter how often a line is asked: nothing is lost or shifted', async () => {
  const other = await startStill();
  for (const one of [sandbox, other]) {
    await one.control.lines.drain('esim', 60 * MB);
    await one.control.lines.drain('phone', 60 * MB);
  }
  for (let n = 0; n < 100; n++) await sandbox.control.clock.advance(7 * MINUTE);
  await other.control.clock.advance(700 * MINUTE);
  for (const lineId of ['esim', 'phone']) {
    expect(await balanceOf(sandbox, lineId)).toEqual(await balanceOf(other, lineId));
  }
  expect((await bucketOf(other, 'esim', 'esim-next')).state).toBe('active');
  expect((await balanceOf(other, 'phone')).credit?.amount).toBeLessThan(8650);
  await other.close();
});

it('another seed is another person', async () => {
  const other = await startStill({ seed: 2 });
  await sandbox.control.clock.advance(DAY);
  await other.control.clock.advance(DAY);
  const used = await Promise.all([sandbox, other].map((one) => bucketOf(one, 'esim', 'esim-5gb')));
  expect(used[0]?.used).not.toBe(used[1]?.used);
  await other.close();
});

it('what was used is told by day and agrees with the bundle', async () => {
  await sandbox.control.clock.advance(2 * DAY);
  const usage = await sandbox.control.lines.usage('phone');
  expect(usage.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  const sum = usage.reduce((total, { amount }) => total + amount, 0);
  expect((await bucketOf(sandbox, 'phone', 'phone-week')).used - 900 * MB).toBe(sum);
});

it('a line can be watched faster, alone or with all others, and stopped', async () => {
  const used = async (line: string, id: string) => (await bucketOf(sandbox, line, id)).used;
  await sandbox.control.speed(0);
  await sandbox.control.speed(24, 'esim');
  await sandbox.control.clock.advance(HOUR);
  const esim = await used('esim', 'esim-5gb');
  expect(esim - 1860 * MB).toBeGreaterThan(30 * MB);
  expect(await used('phone', 'phone-week')).toBe(900 * MB);
  await sandbox.control.speed(0);
  await sandbox.control.clock.advance(DAY);
  expect(await used('esim', 'esim-5gb')).toBe(esim);
});
