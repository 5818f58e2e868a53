import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readingSchema } from '../../utils/domain/reading.ts';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, bucketOf, client, startStill } from './test-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill({ speed: 0 });
});
beforeEach(() => sandbox.control.lines.reset());
afterAll(() => sandbox.close());

it.each([0, 1, 5_000_000_000, 40_000_000_000])('a line can be left with exactly %i bytes', async (bytes) => {
  for (const lineId of ['esim', 'data-card', 'phone', 'calling'] as const) {
    await sandbox.control.lines.drain(lineId, bytes);
    const reading = readingSchema.parse(await balanceOf(sandbox, lineId));
    const counted = reading.buckets.filter(
      (b) =>
        b.kind === 'data' && b.scope === 'general' && ['active', 'depleted', 'throttled'].includes(b.state),
    );
    expect(counted.reduce((sum, bucket) => sum + (bucket.remaining ?? 0), 0)).toBe(bytes);
  }
});

it('every figure of a line can be set', async () => {
  const patch = {
    planName: 'A plan',
    status: 'not-activated',
    credit: -50,
    validUntil: '2026-04-01T00:00:00Z',
    period: { start: '2026-03-01T00:00:00Z', end: '2026-04-01T00:00:00Z' },
    autoRenew: { enabled: false, offerId: 'esim-10gb', nextAt: null },
  };
  await sandbox.control.lines.set('esim', patch);
  expect(readingSchema.parse(await balanceOf(sandbox, 'esim'))).toMatchObject({
    planName: 'A plan',
    lineStatus: 'not-activated',
    credit: { amount: -50, currency: 'GBP' },
    validUntil: { at: '2026-04-01T00:00:00Z', estimated: false },
    period: patch.period,
    autoRenew: patch.autoRenew,
  });
  await sandbox.control.lines.set('esim', { credit: null, status: null });
  expect(await balanceOf(sandbox, 'esim')).toMatchObject({
    credit: null,
    lineStatus: 'active',
    planName: 'A plan',
  });
});

it('buckets can be changed, added and taken away', async () => {
  const { lines } = sandbox.control;
  await lines.setBucket('esim', 'esim-5gb', { total: null, used: null });
  expect(await bucketOf(sandbox, 'esim', 'esim-5gb')).toMatchObject({
    total: null,
    used: null,
    remaining: null,
  });
  await lines.setBucket('esim', 'night', { label: 'Night', scope: 'night', unlimited: true, used: 5 });
  expect(await bucketOf(sandbox, 'esim', 'night')).toMatchObject({
    unlimited: true,
    total: null,
    remaining: null,
  });
  await lines.removeBucket('esim', 'night');
  await expect(bucketOf(sandbox, 'esim', 'night')).rejects.toThrow();
});

it('a line can be gone, for now or for good', async () => {
  const status = async () => (await client(sandbox).get('/lines/esim/balance')).status;
  for (const [missing, told] of [
    [true, 404],
    ['gone', 410],
    [false, 200],
  ] as const) {
    await sandbox.control.lines.set('esim', { missing });
    expect(await status()).toBe(told);
  }
});

it('a call that makes no sense is refused with its reason', async () => {
  const { lines, clock } = sandbox.control;
  await expect(lines.drain('number-keeping', 5)).rejects.toThrow('nothing to drain');
  await expect(lines.set('esim', { validUntil: 'tomorrow' })).rejects.toThrow('not an instant: tomorrow');
  await expect(lines.resetPeriod('esim')).rejects.toThrow('no period');
  await expect(clock.set('soon')).rejects.toThrow('400');
});
