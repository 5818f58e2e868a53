import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { reviewAlerts } from '../../utils/app/review-alerts.ts';
import { HOUR, toInstant } from '../../utils/domain/instant.ts';
import { client } from '../sandbox/test-client.ts';
import { withLine } from '../support/app-asked.ts';
import { titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { aDataBucket, anAttempt, aReading, aRow, GB, MB } from '../support/records.ts';

const PATH = '/v1/lines/esim/balance';

/** Lets the carrier answer its own balance, but changed. */
async function answers(world: World, change: (body: Record<string, unknown>) => unknown): Promise<void> {
  const { body } = await client(world.sandbox, world.token).get('/lines/esim/balance');
  await world.sandbox.control.faults.clear();
  const fault = { kind: 'body', body: JSON.stringify(change(body)) } as const;
  await world.sandbox.control.faults.add({ path: PATH, fault });
}

async function polled(world: World): Promise<void> {
  await world.pass(3 * HOUR);
  await pollDue(world.deps);
}

describe('figures that cannot be', () => {
  it('D08: less than nothing left is nothing left, told once, however often it is read', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await answers(world, (body) => {
      const [general] = body.buckets as Record<string, unknown>[];
      return { ...body, buckets: [{ ...general, total: 100, used: 140, remaining: -40 }] };
    });
    for (let polls = 0; polls < 5; polls++) await polled(world);
    const line = await world.glanceLine(lineId);
    expect([line.headline, line.failure]).toMatchObject([{ kind: 'data', remaining: 0 }, null]);
    expect(world.badge().text).toBe('0');
    expect(titles(world)).toHaveLength(1);
  });

  it('D17: an answer without its buckets alarms nobody and keeps the old figure with its age', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const before = await world.glanceLine(lineId);
    await answers(world, ({ buckets, ...rest }) => ({ ...rest, bundles: buckets }));
    for (let polls = 0; polls < 3; polls++) await polled(world);
    const after = await world.glanceLine(lineId);
    expect(after).toMatchObject({ headline: before.headline, checkedAt: before.checkedAt });
    expect(after.failure).toMatchObject({ kind: 'unreadable' });
    expect(titles(world)).toEqual([]);
    expect(world.badge()).toMatchObject({ stale: true });
  });

  it('D17: a bucket without its figures is unknown, not empty, and alarms nobody', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await answers(world, (body) => {
      const buckets = (body.buckets as Record<string, unknown>[]).map((bucket) => ({
        ...bucket,
        total: null,
        used: null,
        remaining: null,
      }));
      return { ...body, buckets };
    });
    for (let polls = 0; polls < 3; polls++) await polled(world);
    expect((await world.glanceLine(lineId)).headline).toMatchObject({ kind: 'unknown' });
    expect(world.badge().text).toBe('?');
    expect(titles(world)).toEqual([]);
  });
});

describe('what was told', () => {
  it('is not told again by many looks at once, nor by the next background or browser', async () => {
    const first = await startWorld();
    await withLine(first);
    await first.sandbox.control.lines.drain('esim', 300_000_000);
    await polled(first);
    for (const world of [first, await first.restart(), await first.restart('browser')])
      await Promise.all([1, 2, 3].map(() => reviewAlerts(world.deps)));
    expect(titles(first)).toHaveLength(1);
  });

  it('F06: is not told again when an older answer comes between, which does not take back what is known', async () => {
    const world = await startWorld();
    await world.sandbox.control.speed(0);
    const lineId = await withLine(world);
    const { body } = await client(world.sandbox, world.token).get('/lines/esim/balance');
    await world.sandbox.control.lines.drain('esim', 300_000_000);
    await polled(world);
    const fault = { kind: 'body', body: JSON.stringify(body) } as const;
    await world.sandbox.control.faults.add({ path: PATH, times: 1, fault });
    const { checkedAt } = await world.glanceLine(lineId);
    await polled(world);
    const line = await world.glanceLine(lineId);
    expect(line).toMatchObject({ headline: { remaining: 300_000_000 }, checkedAt, failure: null });
    await polled(world);
    expect(titles(world)).toHaveLength(1);
  });

  it('an older answer confirms nothing, however often it is called unchanged, and the figure becomes old', async () => {
    const world = await startWorld();
    await world.sandbox.control.speed(0);
    const lineId = await withLine(world);
    const { body } = await client(world.sandbox, world.token).get('/lines/esim/balance');
    await world.pass(HOUR);
    await world.sandbox.control.lines.drain('esim', 300_000_000);
    await world.command.refresh({ lineId });
    const { checkedAt } = await world.glanceLine(lineId);
    // From now on another computer of the carrier answers, which has stopped.
    const old = { headers: { 'content-type': 'application/json', etag: '"old"' } };
    world.network.fetch = async (_, init) =>
      new Headers(init?.headers).get('if-none-match') === '"old"'
        ? new Response(null, { ...old, status: 304 })
        : new Response(JSON.stringify(body), old);
    for (let polls = 0; polls < 4; polls++) {
      await polled(world);
      expect(await world.glanceLine(lineId)).toMatchObject({
        checkedAt,
        headline: { remaining: 300_000_000 },
      });
    }
    expect(world.badge().stale).toBe(true);
  });

  it('a carrier whose clock was put back is believed again after a day', async () => {
    const world = await startWorld();
    await world.sandbox.control.speed(0);
    const lineId = await withLine(world);
    await answers(world, (body) => ({ ...body, asOf: '2026-03-01T10:00:00Z', credit: null }));
    for (let hours = 3; hours < 24; hours += 3) await polled(world);
    expect((await world.glanceLine(lineId)).checkedAt).toBe('2026-03-02T10:00:00Z');
    for (let hours = 24; hours < 30; hours += 3) await polled(world);
    expect(await world.glanceLine(lineId)).toMatchObject({ asOf: '2026-03-01T10:00:00Z', credit: null });
  });

  it('comes of no figure that is old, but of the next one that is fresh', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.sandbox.control.faults.add({ path: PATH, fault: { kind: 'status', status: 503 } });
    await world.pass(5 * HOUR);
    const thresholds = { lowBytes: 10_000_000_000, criticalBytes: null, lowCredit: null };
    await world.command['edit-line']({ lineId, edit: { thresholds } });
    await pollDue(world.deps);
    expect(titles(world)).toEqual([]);
    await world.sandbox.control.faults.clear();
    await world.pass(7 * HOUR);
    await pollDue(world.deps);
    expect(titles(world)).toHaveLength(1);
  });

  it('comes of a figure as long as it is shown as current, where the carrier asked for a longer wait', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const now = toInstant(world.now());
    const nextPollAt = toInstant(world.now() + 4 * HOUR);
    const reading = aReading({ buckets: [aDataBucket(10 * GB, 9 * GB)] });
    await world.deps.store.savePoll({
      attempt: anAttempt({ lineId, startedAt: now, finishedAt: now, lastSuccessAt: now, nextPollAt }),
      reading: { ...aRow(reading, now), lineId },
    });
    await world.pass(3 * HOUR);
    const thresholds = { lowBytes: 2 * GB, criticalBytes: MB, lowCredit: null };
    await world.command['edit-line']({ lineId, edit: { thresholds } });
    expect(world.badge().stale).toBe(false);
    expect(titles(world)).toHaveLength(1);
  });

  it('of several lines at once is one notification, and one line that cannot be judged silences no other', async () => {
    const world = await startWorld();
    await withLine(world);
    const other = await world.addLine('data-card');
    await world.sandbox.control.lines.drain('esim', 300_000_000);
    await world.sandbox.control.lines.drain('data-card', 300_000_000);
    await polled(world);
    expect(world.notices).toHaveLength(1);
    expect(world.notices[0]?.message.split('\n')).toHaveLength(2);
    await world.sandbox.control.lines.drain('esim', 50_000_000);
    const store = { ...world.deps.store };
    const { alerts } = world.deps.store;
    store.alerts = (id) => (id === other ? Promise.reject(new Error('broken')) : alerts(id));
    await world.pass(3 * HOUR);
    await pollDue({ ...world.deps, store }).catch(() => undefined);
    expect(titles(world)).toHaveLength(2);
  });
});
