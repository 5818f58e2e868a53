import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { pollsOf } from '../support/app-asked.ts';
import { startWorld, type World } from '../support/app-world.ts';

const BALANCE = '/v1/lines/esim/balance';

const history = (world: World, lineId: string) => world.deps.store.samples(lineId, '');

describe('one line', () => {
  it('is asked once, however many want it at the same time', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.pass(3 * HOUR);
    await world.sandbox.control.clearLog();
    const answers = await Promise.all([
      world.command.refresh({ lineId }),
      pollDue(world.deps),
      world.command.refresh({ lineId }),
      pollDue(world.deps),
      world.command.tick({}),
    ]);
    expect(await pollsOf(world)).toBe(1);
    expect(answers.flat().map((result) => result?.outcome)).toContain('in-progress');
  });

  it('is not asked again by an alarm that had waited for another run to end', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.pass(3 * HOUR);
    await world.sandbox.control.clearLog();
    await world.command.refresh({ lineId });
    await pollDue(world.deps);
    expect(await pollsOf(world)).toBe(1);
  });

  it('C08: an unchanged answer renews how fresh the figures are, without a row of history, and keeps its ETag', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.sandbox.control.speed(0);
    await world.pass(MINUTE);
    await world.command.refresh({ lineId });
    const before = await history(world, lineId);
    await world.pass(MINUTE);
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'unchanged' }]);
    expect((await world.glanceLine(lineId)).checkedAt).toBe('2026-03-02T10:02:00Z');
    expect(await history(world, lineId)).toEqual(before);
    await world.pass(MINUTE);
    await (await world.restart()).command.refresh({ lineId });
    const statuses = (await world.sandbox.control.log()).map(({ status }) => status);
    expect(statuses.slice(-2)).toEqual([304, 304]);
    expect((await world.glanceLine(lineId)).checkedAt).toBe('2026-03-02T10:03:00Z');
    expect(await history(world, lineId)).toEqual(before);
  });

  it('C09: the same figures with a new status 200 are no news either', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.sandbox.control.speed(0);
    await world.sandbox.control.faults.add({ path: BALANCE, fault: { kind: 'ignore-etag' } });
    await world.pass(MINUTE);
    await world.command.refresh({ lineId });
    const before = await history(world, lineId);
    await world.pass(MINUTE);
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'read' }]);
    expect(await history(world, lineId)).toEqual(before);
    expect((await world.sandbox.control.log()).at(-1)?.status).toBe(200);
  });

  it('C09: figures that stand are as old as before, though the carrier says anew until when', async () => {
    const world = await startWorld();
    await world.sandbox.control.speed(0);
    await world.sandbox.control.habits({ measureSeconds: 24 * 3600 });
    await world.sandbox.control.faults.add({ path: BALANCE, fault: { kind: 'ignore-etag' } });
    const lineId = await world.addLine('esim');
    const before = await world.deps.store.reading(lineId);
    await world.pass(MINUTE);
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'read' }]);
    const after = await world.deps.store.reading(lineId);
    expect(after?.reading.nextPollAt).not.toBe(before?.reading.nextPollAt);
    expect(after).toMatchObject({ changedAt: before?.changedAt, checkedAt: '2026-03-02T10:01:00Z' });
  });

  it('C20: an answer that breaks off half-way leaves the figure standing', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    const { headline, checkedAt } = await world.glanceLine(lineId);
    await world.sandbox.control.lines.drain('esim', 1_000_000);
    await world.sandbox.control.faults.add({ path: BALANCE, fault: { kind: 'truncated' } });
    await world.pass(MINUTE);
    await world.command.refresh({ lineId });
    expect(await world.glanceLine(lineId)).toMatchObject({ headline, checkedAt });
    expect((await world.glanceLine(lineId)).failure).not.toBeNull();
  });

  it('D18: figures of somebody else are thrown away, and said to be unreadable', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    const { headline } = await world.glanceLine(lineId);
    await world.sandbox.control.faults.add({
      path: BALANCE,
      fault: { kind: 'wrong-line', lineId: 'data-card' },
    });
    await world.pass(MINUTE);
    await world.command.refresh({ lineId });
    const line = await world.glanceLine(lineId);
    expect(line.headline).toEqual(headline);
    expect(line.failure).toMatchObject({ kind: 'unreadable' });
    expect(world.notices).toEqual([]);
  });
});
