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

  it('does the same for a draft, whose line is not stored yet', async () => {
    const world = await startWorld();
    for (let click = 0; click < 80; click++)
      await world.command['try-line']({ draft: world.draft('esim') }).catch(() => null);
    expect((await world.asked()).length).toBe(60);
  });
});
