import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE, SECOND, toMs } from '../../utils/domain/instant.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { startWorld, type World } from '../support/app-world.ts';

const BALANCE = '/v1/lines/esim/balance';

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

  it('C07: holds whatever pages, alarms, restarts and the passing of time come in which order', async () => {
    const doings = fc.constantFrom(
      'refresh',
      'refresh all',
      'alarm',
      'tick',
      'offers',
      'help',
      'try',
      'top-up',
      'restart',
      'second',
      'minute',
      'quarter',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(doings, { minLength: 50, maxLength: 80 }),
        fc.boolean(),
        async (all, open) => {
          let world = await startWorld();
          const lineId = await withLine(world);
          world.page.open = open;
          for (const doing of all) world = await act(world, lineId, doing);
          const log = await world.sandbox.control.log();
          const times = log.filter(({ path }) => path === BALANCE).map(({ at }) => toMs(at));
          const watched = (await world.command.receipts({ lineId })).length > 0;
          for (const end of times) {
            const within = times.filter((at) => at > end - HOUR && at <= end).length;
            expect(within).toBeLessThanOrEqual(watched ? 6 + 12 : 6);
          }
          const asks = log.filter(({ path }) => /^.v1.(lines.esim.(offers|checkouts)|help)/.test(path));
          for (const { at: end } of asks) {
            const since = toMs(end) - HOUR;
            const within = asks.filter(({ at }) => toMs(at) > since && at <= end).length;
            expect(within).toBeLessThanOrEqual(60);
          }
        },
      ),
      { seed: 23, numRuns: 5 },
    );
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

async function act(world: World, lineId: string, doing: string): Promise<World> {
  const { command, deps } = world;
  const quiet = (work: Promise<unknown>) => work.catch(() => null);
  if (doing === 'refresh') await command.refresh({ lineId });
  if (doing === 'refresh all') await Promise.all([command.refresh({ lineId: null }), pollDue(deps)]);
  if (doing === 'alarm') await pollDue(deps);
  if (doing === 'tick') await command.tick({});
  if (doing === 'offers') await quiet(command.offers({ lineId }));
  if (doing === 'help') await quiet(command.help({ lineId }));
  if (doing === 'try') await quiet(command['try-line']({ draft: world.draft('data-card') }));
  if (doing === 'top-up') await quiet(command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } }));
  if (doing === 'second') await world.pass(15 * SECOND);
  if (doing === 'minute') await world.pass(MINUTE);
  if (doing === 'quarter') await world.pass(15 * MINUTE);
  return doing === 'restart' ? world.restart() : world;
}
