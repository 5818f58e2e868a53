import { describe, expect, it } from 'vitest';
import { pollOnAlarm } from '../../utils/app/browser-start.ts';
import { commandSchemas } from '../../utils/app/commands.ts';
import type { Deps } from '../../utils/app/deps.ts';
import { createHandlers } from '../../utils/app/handlers.ts';
import { createServe } from '../../utils/app/serve.ts';
import { start } from '../../utils/app/start.ts';
import { HOUR } from '../../utils/domain/instant.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import { withLine } from '../support/app-asked.ts';
import { everyInput } from '../support/app-messages.ts';
import { startWorld } from '../support/app-world.ts';

const STORES = ['store', 'settings', 'secrets', 'tokens', 'session'] as const;
const CALLS = [
  'notify',
  'clearNotifications',
  'drawToolbar',
  'announceGlance',
  'openTab',
  'hasAccess',
  'releaseOrigins',
  'keepReferers',
  'wakeAfter',
] as const;
const PARTS = [...STORES, ...CALLS];

/** The same outside with a fault in one part of it, whose message must not be told. */
function broken(deps: Deps, part: (typeof PARTS)[number]): Deps {
  const fail = () => Promise.reject(new Error('canary'));
  const isStore = STORES.some((name) => name === part);
  return { ...deps, [part]: isStore ? new Proxy({}, { get: () => fail }) : fail };
}

describe('a defect', () => {
  it.each(PARTS)('A24: in %s is told to the page by its name alone, whatever was asked', async (part) => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const inputs = Object.entries(everyInput(world, lineId));
    expect(inputs.map(([name]) => name).toSorted()).toEqual(Object.keys(commandSchemas).toSorted());
    const serve = createServe(createHandlers(broken(world.deps, part)));
    const kinds: (string | null)[] = [];
    for (const [name, input] of inputs) {
      const reply = await serve({ v: MESSAGE_VERSION, name, input });
      expect([name, JSON.stringify(reply).includes('canary')]).toEqual([name, false]);
      kinds.push(reply.ok ? null : reply.error.kind);
    }
    expect(kinds).not.toContain('reload');
    if (part === 'store') expect(kinds.filter((kind) => kind === 'defect').length).toBeGreaterThan(20);
  });

  it.each(PARTS)('A24: in %s, met by an alarm or a start, leaves the next ones unaffected', async (part) => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.pass(3 * HOUR);
    await pollOnAlarm(broken(world.deps, part)).catch(() => undefined);
    await start(broken(world.deps, part)).catch(() => undefined);
    await world.pass(7 * HOUR);
    await pollOnAlarm(world.deps);
    expect((await world.glanceLine(lineId)).checkedAt).toBe('2026-03-02T20:00:00Z');
  });

  it.each(['notify', 'drawToolbar', 'announceGlance'] as const)(
    'in what shows (%s) keeps neither the figures from being stored nor the next alarm from being set',
    async (call) => {
      const world = await startWorld();
      const lineId = await withLine(world);
      await world.pass(3 * HOUR);
      await world.sandbox.control.lines.drain('esim', 100_000_000);
      const wakes = world.wakes.length;
      const deps = { ...world.deps, [call]: () => Promise.reject(new Error('canary')) };
      await expect(pollOnAlarm(deps)).rejects.toThrow('canary');
      expect((await world.deps.store.reading(lineId))?.checkedAt).toBe('2026-03-02T13:00:00Z');
      expect((await world.deps.store.glance())?.lines[0]?.checkedAt).toBe('2026-03-02T13:00:00Z');
      expect(world.wakes.length).toBeGreaterThan(wakes);
    },
  );

  it('in the daily compaction does not keep the alarm from being set', async () => {
    const world = await startWorld();
    await withLine(world);
    const store = { ...world.deps.store, compact: () => Promise.reject(new Error('canary')) };
    const wakes = world.wakes.length;
    await expect(start({ ...world.deps, store })).rejects.toThrow('canary');
    expect(world.wakes.length).toBeGreaterThan(wakes);
  });
});
