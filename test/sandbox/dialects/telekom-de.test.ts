import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox-types.ts';
import { bucketOf, startStill } from '../test-client.ts';
import { readDialect, readingOf } from './test-reading.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startStill({ dialects: true, speed: 0 });
});
afterAll(() => sandbox.close());

it('tells of the pass that is spent from, and of the next one when that is used up', async () => {
  const week = await bucketOf(sandbox, 'phone', 'phone-week');
  const { buckets, asOf } = await readingOf(sandbox, 'telekom-de', 'phone');
  expect(buckets).toMatchObject([
    { label: week.label, total: week.total, used: week.used, unlimited: false },
  ]);
  expect(buckets[0]?.validUntil).toBe(week.validUntil);
  expect(asOf).toBe('2026-03-02T10:00:00Z');
  await sandbox.control.lines.drain('phone', 1_500_000_000);
  const after = await readingOf(sandbox, 'telekom-de', 'phone');
  expect(after.buckets).toMatchObject([{ label: 'Local 8 GB 本地數據', remaining: 1_500_000_000 }]);
});

it('tells a pass without a limit by leaving the limit out', async () => {
  await sandbox.control.lines.setBucket('phone', 'phone-month', { unlimited: true });
  const { buckets } = await readingOf(sandbox, 'telekom-de', 'phone');
  expect(buckets).toMatchObject([{ unlimited: true, total: null, remaining: null }]);
});

it('shows a page to everybody on another network', async () => {
  await sandbox.control.habits({ awayFrom: ['telekom-de'] });
  expect(await readDialect(sandbox, 'telekom-de', 'phone')).toMatchObject({ kind: 'wrong-network' });
});
