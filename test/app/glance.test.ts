import { describe, expect, it, vi } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { start } from '../../utils/app/start.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { openedCheckout } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';

/** A demo line and forty like it, each with a history. */
async function fortyMore(world: World): Promise<void> {
  const { command, deps } = world;
  const { lineId } = await command['add-demo']({});
  const line = await deps.store.line(lineId);
  const row = await deps.store.reading(lineId);
  const samples = await deps.store.samples(lineId, '');
  if (!line || !row) throw new Error('no demo line');
  const ids = Array.from({ length: 40 }, (_, i) => `${lineId}-${i}`);
  await deps.store.putLines(ids.map((id, i) => ({ ...line, id, order: i + 10 })));
  await deps.store.putSamples(ids.flatMap((id) => samples.map((sample) => ({ ...sample, lineId: id }))));
  for (const id of ids) {
    const attempt = await deps.store.attempt(lineId);
    if (attempt)
      await deps.store.savePoll({ attempt: { ...attempt, lineId: id }, reading: { ...row, lineId: id } });
  }
  await command['rebuild-glance']({});
}

describe('the glance of forty lines', () => {
  it('reads the history of the line that was asked, and of no other', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await fortyMore(world);
    await world.pass(MINUTE);
    const samples = vi.spyOn(world.deps.store, 'samples');
    await world.command.refresh({ lineId });
    expect(samples.mock.calls.map(([id]) => id)).toEqual([lineId]);
    samples.mockClear();
    await world.command['edit-line']({ lineId, edit: { pinned: true } });
    await world.command['order-lines']({ lineIds: [] });
    expect(samples.mock.calls.map(([id]) => id)).toEqual([lineId]);
  });

  it('costs no history at all when the background starts again on the same day', async () => {
    const world = await startWorld();
    await fortyMore(world);
    const next = await world.restart();
    const samples = vi.spyOn(next.deps.store, 'samples');
    await start(next.deps);
    expect(samples).not.toHaveBeenCalled();
    expect((await next.deps.store.glance())?.lines).toHaveLength(41);
  });

  it('draws the bars anew on another day, and where a dead background has left a poll out of them', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.pass(2 * HOUR);
    const drawToolbar = () => Promise.reject(new Error('died'));
    const store = { ...world.deps.store, putGlance: drawToolbar };
    await pollDue({ ...world.deps, store }).catch(() => undefined);
    const next = await world.restart();
    await start(next.deps);
    const today = (await next.glanceLine(lineId)).days.at(-1);
    expect(today).toMatchObject({ day: '2026-03-02' });
    expect(today?.used).toBeGreaterThan(0);
    await next.pass(DAY);
    await start(next.deps);
    expect((await next.glanceLine(lineId)).days.at(-1)?.day).toBe('2026-03-03');
  });
});

describe('an open page', () => {
  it('that says so every 15 seconds costs one read, and writes, tells and asks nothing', async () => {
    const world = await startWorld();
    await withLine(world);
    await world.pass(2 * HOUR);
    world.page.open = true;
    const { drawn, wakes } = world;
    const before = [drawn.length, wakes.length, (await world.deps.store.glance())?.revision];
    const lines = vi.spyOn(world.deps.store, 'lines');
    for (let ticks = 0; ticks < 20; ticks++) {
      await world.pass(15 * SECOND);
      await world.command.tick({});
    }
    expect(lines).not.toHaveBeenCalled();
    expect([drawn.length, wakes.length, (await world.deps.store.glance())?.revision]).toEqual(before);
    expect(await world.asked()).toEqual([]);
  });

  it('watches a pending top-up closely, with one question for several pages that tick at once', async () => {
    const { world } = await openedCheckout();
    world.page.open = true;
    await world.pass(15 * SECOND);
    await Promise.all([world.command.tick({}), world.command.tick({}), world.command.tick({})]);
    await world.command.tick({});
    expect(await pollsOf(world)).toBe(1);
    await world.pass(15 * SECOND);
    await world.command.tick({});
    expect(await pollsOf(world)).toBe(2);
  });

  it('leaves a credit of the tenth minute to be found soon, though the popup was open all the time', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    world.page.open = true;
    let found = 0;
    for (let seconds = 15; seconds <= 30 * 60 && found === 0; seconds += 15) {
      await world.pass(15 * SECOND);
      if (seconds === 600) await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
      await world.command.tick({});
      if (seconds % 300 === 0) await pollDue(world.deps);
      if ((await world.deps.store.topUp(topUpId))?.state === 'credited') found = seconds;
    }
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThanOrEqual(19 * 60);
    expect(await pollsOf(world)).toBeLessThanOrEqual(12);
  });
});
