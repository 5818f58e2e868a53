import { describe, expect, it } from 'vitest';
import { pollLine } from '../../utils/app/poll.ts';
import { pollDue, pollDueNow } from '../../utils/app/poll-due.ts';
import { DAY, HOUR, MINUTE, SECOND, toMs } from '../../utils/domain/instant.ts';
import { pollsOf } from '../support/app-asked.ts';
import { startWorld, type World } from '../support/app-world.ts';

const BALANCE = '/v1/lines/esim/balance';

const history = (world: World, lineId: string) => world.deps.store.samples(lineId, '');

describe('a background that dies', () => {
  /** The carrier never answers, and the background is gone before it gives up. */
  async function dies(world: World, lineId: string): Promise<World> {
    const asked = Promise.withResolvers<void>();
    world.network.fetch = () => {
      asked.resolve();
      return new Promise(() => undefined);
    };
    void world.command.refresh({ lineId }).catch(() => undefined);
    await asked.promise;
    world.network.fetch = fetch;
    return world.restart();
  }

  it('A03: leaves its beginning, which the next one counts as a failure, and one row of history', async () => {
    const first = await startWorld();
    const lineId = await first.addLine('esim');
    const before = await history(first, lineId);
    await first.pass(2 * HOUR);
    await first.sandbox.control.lines.drain('esim', 900_000_000);
    const second = await dies(first, lineId);
    expect(await second.deps.store.attempt(lineId)).toMatchObject({
      startedAt: '2026-03-02T12:00:00Z',
      finishedAt: null,
      failures: 0,
    });
    await second.pass(2 * MINUTE);
    const third = await dies(second, lineId);
    const attempt = await third.deps.store.attempt(lineId);
    expect(attempt).toMatchObject({ finishedAt: null, failures: 1, failure: { kind: 'timeout' } });
    await third.pass(2 * MINUTE);
    await third.sandbox.control.clearLog();
    await pollDue(third.deps);
    expect(await pollsOf(third)).toBe(0);
    await third.pass(7 * HOUR);
    await pollDue(third.deps);
    expect(await pollsOf(third)).toBe(1);
    expect(await third.deps.store.attempt(lineId)).toMatchObject({ failure: null, failures: 0 });
    expect(await history(third, lineId)).toHaveLength(before.length + 1);
  });
});

describe('many lines', () => {
  it('A05: ten slow accounts are asked in several runs, and what each has answered is kept', async () => {
    const world = await startWorld();
    const ids: string[] = [];
    for (let i = 0; i < 10; i++) {
      ids.push(await world.addLine('esim', { name: `Line ${i}` }));
      await world.pass(SECOND);
    }
    await world.pass(3 * HOUR);
    world.network.fetch = async (...request) => {
      await world.pass(6 * SECOND);
      return fetch(...request);
    };
    const runs: number[] = [];
    for (let read = 0; read < 10; ) {
      const started = world.now();
      await world.sandbox.control.clearLog();
      await pollDue(world.deps);
      read += await pollsOf(world);
      runs.push(await pollsOf(world));
      // No poll began later than 25 s into the run, and at most three others were under way by then.
      expect(world.now() - started).toBeLessThanOrEqual(25 * SECOND + 4 * 6 * SECOND);
      if (read < 10) expect(world.wakes.at(-1)).toBe(0);
    }
    expect(runs.length).toBeGreaterThan(1);
    for (const id of ids) {
      const attempt = await world.deps.store.attempt(id);
      expect(toMs(attempt?.lastSuccessAt ?? '')).toBeGreaterThan(toMs('2026-03-02T12:00:00Z'));
    }
  });

  it('are not kept from being asked by one whose provider this version does not know', async () => {
    const world = await startWorld();
    const strange = await world.addLine('phone');
    const lineId = await world.addLine('esim');
    const line = await world.deps.store.line(strange);
    if (!line) throw new Error('no line');
    await world.deps.store.putLine({ ...line, providerId: 'of-a-later-version' });
    await world.pass(3 * HOUR);
    await world.sandbox.control.clearLog();
    await pollDue(world.deps);
    expect(await world.asked()).toEqual([`GET ${BALANCE}`]);
    expect((await world.glanceLine(lineId)).checkedAt).toBe('2026-03-02T13:00:00Z');
    const { failure, headline } = await world.glanceLine(strange);
    expect(failure).toMatchObject({ kind: 'unreadable' });
    expect(headline.kind).not.toBe('unknown');
  });
});

describe('two runs at the same time', () => {
  it('find out at the last moment that the other has asked: what is not due any more is let be', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.sandbox.control.clearLog();
    for (const why of ['alarm', 'watch'] as const)
      expect(await pollLine(world.deps, lineId, why)).toMatchObject({ outcome: 'not-before' });
    expect(await pollsOf(world)).toBe(0);
  });

  it('ask each line once', async () => {
    const world = await startWorld();
    for (let i = 0; i < 12; i++) await world.addLine('esim');
    await world.pass(3 * HOUR);
    await world.sandbox.control.clearLog();
    await Promise.all([pollDueNow(world.deps), pollDueNow(world.deps), pollDue(world.deps)]);
    expect(await pollsOf(world)).toBe(12);
  });
});

describe('a clock that jumps', () => {
  it('A11: after three days asleep there is one poll, and the days in between are unknown', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.pass(3 * DAY);
    await world.sandbox.control.clearLog();
    for (let alarm = 0; alarm < 5; alarm++) await pollDue(world.deps);
    expect(await pollsOf(world)).toBe(1);
    expect((await history(world, lineId)).at(-1)?.mark).toBe('gap');
    const { days } = await world.glanceLine(lineId);
    expect(days.slice(-3).map(({ used }) => used)).toEqual([null, null, null]);
  });

  it('A12: moved back by a month it means due now, once, and the next poll is near again', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    const attempt = await world.deps.store.attempt(lineId);
    if (!attempt) throw new Error('no attempt');
    const ahead = { startedAt: '2026-04-01T10:00:00Z', finishedAt: '2026-04-01T10:00:01Z' };
    await world.deps.store.putAttempt({ ...attempt, ...ahead, nextPollAt: '2026-04-01T11:00:00Z' });
    await world.sandbox.control.clearLog();
    await pollDue(world.deps);
    await pollDue(world.deps);
    expect(await pollsOf(world)).toBe(1);
    const next = (await world.deps.store.attempt(lineId))?.nextPollAt ?? '';
    expect(toMs(next) - world.now()).toBeLessThanOrEqual(2 * HOUR);
  });
});
