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

  it('C08: an unchanged answer renews how fresh the figures are, without a row of history', async () => {
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
    expect((await world.sandbox.control.log()).at(-1)?.status).toBe(304);
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
