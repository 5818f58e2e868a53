import { describe, expect, it, vi } from 'vitest';
import { pollOnAlarm } from '../../utils/app/browser-start.ts';
import { start } from '../../utils/app/start.ts';
import { HOUR } from '../../utils/domain/instant.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import { pollsOf, withLine } from '../support/app-asked.ts';
import { startWorld } from '../support/app-world.ts';

describe('a message', () => {
  it('A20: of another version, name or shape is answered with "reload" and changes nothing', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const before = await world.deps.store.line(lineId);
    const input = { lineId, keepReceipts: false };
    const strange: unknown[] = [
      { v: 0, name: 'remove-line', input },
      { v: 2, name: 'remove-line', input },
      { name: 'remove-line', input },
      { v: MESSAGE_VERSION, name: 'remove-lines', input },
      { v: MESSAGE_VERSION, name: 'toString', input },
      { v: MESSAGE_VERSION, name: 'remove-line', input: { id: lineId } },
      { v: MESSAGE_VERSION, name: 'remove-line' },
      { v: MESSAGE_VERSION, name: 'edit-line', input: { lineId, edit: { pollMinutes: 1 } } },
      {},
      null,
      undefined,
      'remove-line',
      [],
    ];
    for (const message of strange)
      expect(await world.serve(message)).toEqual({ ok: false, error: { kind: 'reload' } });
    expect(await world.deps.store.line(lineId)).toEqual(before);
    expect(await world.asked()).toEqual([]);
  });

  it('A23: fifty at once after a start open the database once, and ask the carrier once', async () => {
    const first = await startWorld();
    const lineId = await withLine(first);
    await first.pass(2 * HOUR);
    const world = await first.restart();
    const open = vi.spyOn(indexedDB, 'open');
    const messages = Array.from({ length: 50 }, (_, i) => {
      const name = (['state', 'refresh', 'tick', 'rebuild-glance', 'receipts'] as const)[i % 5];
      const input = name === 'refresh' || name === 'receipts' ? { lineId } : {};
      return world.serve({ v: MESSAGE_VERSION, name, input });
    });
    const alarms = Array.from({ length: 10 }, () => pollOnAlarm(world.deps));
    const replies = await Promise.all([...messages, start(world.deps), ...alarms]);
    expect(replies.slice(0, 50).every((reply) => reply?.ok)).toBe(true);
    expect(open).toHaveBeenCalledTimes(1);
    expect(await pollsOf(world)).toBe(1);
    open.mockRestore();
  });
});
