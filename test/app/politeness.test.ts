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
