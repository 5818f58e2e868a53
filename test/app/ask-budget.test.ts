import { describe, expect, it } from 'vitest';
import { HOUR } from '../../utils/domain/instant.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { startWorld } from '../support/app-world.ts';

describe('the budget', () => {
  it('C07: holds for 60 clicks, and says from when', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    for (let click = 0; click < 60; click++) await world.command.refresh({ lineId });
    expect(await pollsOf(world)).toBe(5);
    expect(await world.command.refresh({ lineId })).toEqual([
      { lineId, outcome: 'not-before', at: '2026-03-02T11:00:00Z' },
    ]);
  });

  it('holds a page that runs wild to 60 questions an hour for a line, and says from when', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    for (let click = 0; click < 80; click++) await world.command.help({ lineId }).catch(() => null);
    expect(await world.asked()).toHaveLength(60);
    await expect(world.command.offers({ lineId })).rejects.toMatchObject({
      reply: { kind: 'not-before', at: '2026-03-02T11:00:00Z' },
    });
    const again = await world.restart();
    await again.command.help({ lineId });
    expect(await world.asked()).toHaveLength(60);
    await again.pass(HOUR);
    await again.command.offers({ lineId });
    expect((await world.asked()).length).toBeGreaterThan(60);
  });

  it('C07: does the same for drafts, whose lines are not stored yet, whatever is filled in', async () => {
    const world = await startWorld();
    for (let click = 0; click < 80; click++)
      await world.command['try-line']({ draft: world.draft(`esim-${click}`) }).catch(() => null);
    expect((await world.asked()).length).toBe(60);
    await expect(world.command['list-lines']({ draft: world.draft('') })).rejects.toMatchObject({
      reply: { kind: 'not-before', at: '2026-03-02T11:00:00Z' },
    });
  });

  it('C07: does the same for a line that is added again and again, and stores none that may not be asked', async () => {
    const world = await startWorld();
    for (let click = 0; click < 55; click++) await world.command['list-lines']({ draft: world.draft('') });
    for (let click = 0; click < 9; click++) await world.addLine('esim').catch(() => null);
    expect((await world.asked()).length).toBe(60);
    await expect(world.addLine('esim')).rejects.toMatchObject({
      reply: { kind: 'not-before', at: '2026-03-02T11:00:00Z' },
    });
    expect(await world.deps.store.lines()).toHaveLength(2);
    await world.pass(HOUR);
    await world.addLine('phone');
    expect(await pollsOf(world, 'phone')).toBe(1);
  });

  it('C07: does not begin anew for a line that is removed and added again', async () => {
    const world = await startWorld();
    let added = 0;
    for (let round = 0; round < 20; round++) {
      const lineId = await world.addLine('esim').catch(() => null);
      if (lineId === null) break;
      added++;
      for (let click = 0; click < 8; click++) await world.command.refresh({ lineId });
      for (let click = 0; click < 20; click++) await world.command.offers({ lineId }).catch(() => null);
      await world.command['remove-line']({ lineId, keepReceipts: false });
    }
    expect(added).toBe(2);
    await expect(world.addLine('esim')).rejects.toMatchObject({ reply: { kind: 'not-before' } });
  });
});

describe('a carrier that wants to be left alone', () => {
  it.each([
    ['to the question where help is found', '/v1/help'],
    ['to the first poll', '/v1/lines/esim/balance'],
  ])('C01: and says so %s, is not asked for a line that is added meanwhile', async (_what, path) => {
    const world = await startWorld();
    const fault = { kind: 'status', status: 429, retryAfter: 1800 } as const;
    await world.sandbox.control.faults.add({ path, fault, times: 1 });
    const lineId = await world.addLine('esim').catch(() => null);
    if (lineId !== null) await world.command['remove-line']({ lineId, keepReceipts: false });
    await world.sandbox.control.clearLog();
    for (const line of ['esim', 'phone'])
      await expect(world.addLine(line)).rejects.toMatchObject({
        reply: { kind: 'not-before', at: '2026-03-02T10:30:00Z' },
      });
    expect(await world.asked()).toEqual([]);
    expect(await world.deps.store.lines()).toEqual([]);
    await world.pass(HOUR);
    await world.addLine('esim');
    expect(await pollsOf(world)).toBe(1);
  });

  it('C01: and says so to a later poll, is not asked anew because the line was removed', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const fault = { kind: 'status', status: 429, retryAfter: 1800 } as const;
    await world.sandbox.control.faults.add({ path: '/v1/lines/esim/balance', fault, times: 1 });
    await world.command.refresh({ lineId });
    await world.command['remove-line']({ lineId, keepReceipts: false });
    await expect(world.addLine('esim')).rejects.toMatchObject({
      reply: { kind: 'not-before', at: '2026-03-02T10:30:00Z' },
    });
  });
});
