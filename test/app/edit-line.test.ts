import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { exportText } from '../../utils/domain/export-format.ts';
import { HOUR, MINUTE, toInstant } from '../../utils/domain/instant.ts';
import { client } from '../sandbox/test-client.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { titles } from '../support/app-checkout.ts';
import { startWorld } from '../support/app-world.ts';
import { partsIn } from '../support/importing.ts';
import { NOW } from '../support/stored-rows.ts';

describe('a line that is changed', () => {
  it('keeps every change, though several come at once and the carrier is being asked', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const other = await world.addLine('phone');
    await world.sandbox.control.habits({ checkoutHosts: ['pay.other.example'] });
    const { command } = world;
    await Promise.all([
      command.offers({ lineId }),
      command['edit-line']({ lineId, edit: { name: ' Renamed ' } }),
      command['edit-line']({ lineId, edit: { pinned: true } }),
      command['edit-line']({ lineId: other, edit: { pinned: true } }),
      command['pause-alerts']({ lineId, until: '2026-03-03T08:00:00Z' }),
      command['order-lines']({ lineIds: [other, lineId] }),
      command.help({ lineId: other }),
      command['edit-line']({
        lineId,
        edit: { thresholds: { lowBytes: 1, criticalBytes: 0, lowCredit: null } },
      }),
    ]);
    expect(await world.deps.store.line(lineId)).toMatchObject({
      name: 'Renamed',
      order: 1,
      alertsPausedUntil: '2026-03-03T08:00:00Z',
      thresholds: { lowBytes: 1 },
      checkoutHostsProposed: ['pay.other.example'],
    });
    const lines = await world.deps.store.lines();
    expect(lines.map(({ id }) => id)).toEqual([other, lineId]);
    expect(lines.filter(({ pinned }) => pinned).map(({ id }) => id)).toEqual([other]);
  });

  it('paused, it is asked by nobody; again at work, it is asked at once if it is due', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.command['edit-line']({ lineId, edit: { paused: true } });
    await world.pass(5 * HOUR);
    await pollDue(world.deps);
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'paused' }]);
    expect(await world.asked()).toEqual([]);
    expect(world.wakes.at(-1)).toBeNull();
    await world.command['edit-line']({ lineId, edit: { paused: false } });
    expect(await pollsOf(world)).toBe(1);
  });

  it('asked more often from now on, the next poll does not wait for the old interval', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.command['edit-line']({ lineId, edit: { pollMinutes: 1440 } });
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    await world.sandbox.control.clearLog();
    await world.pass(2 * HOUR);
    await pollDue(world.deps);
    expect(await pollsOf(world)).toBe(0);
    await world.command['edit-line']({ lineId, edit: { pollMinutes: 15 } });
    expect(await pollsOf(world)).toBe(1);
    await world.pass(32 * MINUTE);
    await pollDue(world.deps);
    expect(await pollsOf(world)).toBe(2);
  });

  it('to a zone that nobody knows is refused, and nothing is changed', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const edit = { name: 'New', zone: 'Atlantis/Main' };
    await expect(world.command['edit-line']({ lineId, edit })).rejects.toMatchObject({ field: 'zone' });
    expect((await world.deps.store.line(lineId))?.name).toBe('My esim');
    await world.command['edit-line']({ lineId, edit: { zone: 'Asia/Taipei' } });
    expect(await world.glanceLine(lineId)).toMatchObject({ zone: 'Asia/Taipei' });
  });

  it('to another number shows the figures of that one at once, though they were measured earlier', async () => {
    const world = await startWorld();
    await world.sandbox.control.speed(0);
    const lineId = await world.addLine('phone', { kind: 'data-card' });
    const { body } = await client(world.sandbox, world.token).get('/lines/phone/balance');
    const other = {
      ...body,
      lineId: 'calling',
      asOf: '2026-03-02T08:00:00Z',
      credit: { amount: 10, currency: 'HKD' },
    };
    const fault = { kind: 'body', body: JSON.stringify(other) } as const;
    await world.sandbox.control.faults.add({ path: '/v1/lines/calling/balance', fault });
    await world.pass(HOUR);
    const draft = world.draft('calling', { kind: 'data-card', secretFrom: lineId });
    await world.command['replace-line']({ lineId, draft });
    const checkedAt = toInstant(world.now());
    expect(await world.glanceLine(lineId)).toMatchObject({ credit: { amount: 10 }, checkedAt });
    // Its lower credit is no use of the number before.
    expect((await world.deps.store.reading(lineId))?.watch).toMatchObject({ falls: null });
  });

  it('with alerts paused until no instant at all changes nothing', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const input = { lineId, until: 'tomorrow' };
    expect(await world.serve({ v: 1, name: 'pause-alerts', input })).toEqual({
      ok: false,
      error: { kind: 'reload' },
    });
    expect(await world.deps.store.lines()).toHaveLength(1);
  });
});

describe('an import', () => {
  it('of lines without their secrets says "sign in again" and asks nobody', async () => {
    const first = await startWorld();
    const lineId = await first.addLine('esim');
    const text = exportText(await first.command['export-all']({}), NOW);
    await first.command['erase-all']({});
    await first.sandbox.control.clearLog();
    const world = await first.restart('browser');
    await world.command['import-all']({ parts: partsIn(text) });
    expect(await world.glanceLine(lineId)).toMatchObject({
      state: 'signed-out',
      failure: { kind: 'signed-out' },
    });
    for (let hours = 0; hours < 3; hours++) {
      await world.pass(7 * HOUR);
      await pollDue(world.deps);
    }
    expect(await world.asked()).toEqual([]);
    expect(titles(world)).toHaveLength(1);
    const draft = world.draft('esim', { secretFrom: lineId });
    await world.command['replace-line']({ lineId, draft });
    expect(await world.glanceLine(lineId)).toMatchObject({ state: 'ok', failure: null });
  });
});
