import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pollBackOnline } from '../../utils/app/access.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { start } from '../../utils/app/start.ts';
import { HOUR, MINUTE, SECOND, toMs } from '../../utils/domain/instant.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { startWorld, type World } from '../support/app-world.ts';

const BALANCE = '/v1/lines/esim/balance';

const answer = (world: World, status: number, times?: number, retryAfter?: number) =>
  world.sandbox.control.faults.add({
    path: BALANCE,
    fault: { kind: 'status', status, ...(retryAfter === undefined ? {} : { retryAfter }) },
    ...(times === undefined ? {} : { times }),
  });

describe('a carrier that wants to be left alone', () => {
  it('C01: is not asked before its time, by hand or alarm, and a new background and browser know it too', async () => {
    const first = await startWorld();
    const lineId = await withLine(first);
    await answer(first, 429, 1, 1800);
    await first.pass(MINUTE);
    await first.command.refresh({ lineId });
    expect(await pollsOf(first)).toBe(1);
    for (const world of [first, await first.restart(), await first.restart('browser')]) {
      await start(world.deps);
      await pollDue(world.deps);
      expect(await world.command.refresh({ lineId })).toEqual([
        { lineId, outcome: 'not-before', at: '2026-03-02T10:31:00Z' },
      ]);
    }
    const world = await first.restart();
    expect((await world.glanceLine(lineId)).refreshAllowedAt).toBe('2026-03-02T10:31:00Z');
    await expect(world.command.offers({ lineId })).rejects.toMatchObject({
      reply: { kind: 'not-before', at: '2026-03-02T10:31:00Z' },
    });
    await world.pass(30 * MINUTE);
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'read' }]);
    expect(await world.asked()).toEqual([`GET ${BALANCE}`, `GET ${BALANCE}`]);
  });

  it('C01: that says so to a click is not polled before its time either', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.sandbox.control.faults.add({
      path: '/v1/lines/esim/offers',
      fault: { kind: 'status', status: 429, retryAfter: 3 * 3600 },
    });
    await expect(world.command.offers({ lineId })).rejects.toMatchObject({ kind: 'rate-limited' });
    await world.sandbox.control.clearLog();
    await world.pass(2 * HOUR);
    await pollDue(world.deps);
    await world.command.refresh({ lineId });
    await expect(world.command.offers({ lineId })).rejects.toMatchObject({ reply: { kind: 'not-before' } });
    expect(await world.asked()).toEqual([]);
  });
});

describe('the budget', () => {
  it('C07: holds for 200 clicks, and says from when', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    for (let click = 0; click < 200; click++) await world.command.refresh({ lineId });
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
  }, 60_000);

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

describe('no connection', () => {
  it('C10: is one state, waits no longer each time, and is over when the browser is back on a network', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const { headline } = await world.glanceLine(lineId);
    world.network.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    for (let poll = 0; poll < 4; poll++) {
      await world.pass(7 * HOUR);
      await pollDue(world.deps);
      const { failure, failures, nextPollAt } = (await world.deps.store.attempt(lineId)) ?? {};
      expect([failure?.kind, failures]).toEqual(['offline', 1]);
      expect(toMs(nextPollAt ?? '') - world.now()).toBeLessThanOrEqual(2 * HOUR + SECOND);
    }
    expect((await world.glanceLine(lineId)).headline).toEqual(headline);
    world.network.fetch = fetch;
    await pollBackOnline(world.deps);
    expect(await pollsOf(world)).toBe(1);
    expect((await world.glanceLine(lineId)).failure).toBeNull();
    await pollBackOnline(world.deps);
    expect(await pollsOf(world)).toBe(1);
  });
});

describe('a line that is no more', () => {
  it.each([404, 410])(
    'C19: with status %i is told once, keeps its figure and is asked no more',
    async (status) => {
      const world = await startWorld();
      const lineId = await withLine(world);
      await answer(world, status);
      await world.pass(3 * HOUR);
      await pollDue(world.deps);
      expect(await world.glanceLine(lineId)).toMatchObject({
        state: 'line-gone',
        failure: { kind: 'line-gone' },
      });
      expect((await world.glanceLine(lineId)).headline.kind).toBe('data');
      expect(world.badge().text).toBe('!');
      for (let hours = 0; hours < 5; hours++) {
        await world.pass(24 * HOUR);
        await pollDue(world.deps);
      }
      expect(await pollsOf(world)).toBe(1);
      expect(world.notices).toHaveLength(1);
    },
  );
});
