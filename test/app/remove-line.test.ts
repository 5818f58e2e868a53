import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { withLine } from '../support/app-asked.ts';
import { everythingStored } from '../support/app-stored.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { storedTables } from '../support/stored.ts';

/** Holds every request to the carrier until told to go on. */
function holdNetwork(world: World): { asked: Promise<void>; goOn: () => void } {
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  world.network.fetch = async (...request) => {
    const answer = await fetch(...request);
    asked.resolve();
    await held.promise;
    return answer;
  };
  return { asked: asked.promise, goOn: () => held.resolve() };
}

describe('a line that is removed', () => {
  it('B18: leaves nothing behind: not its secret, figures, history, alerts, notifications or access', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim', { name: 'Marker' });
    const other = await world.addLine('phone');
    await world.sandbox.control.lines.drain('esim', 100_000_000);
    await world.command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } });
    await world.deps.session.set(`memory:${lineId}:session`, 'of the carrier');
    await world.pass(2 * HOUR);
    await pollDue(world.deps);
    expect(world.notices).toHaveLength(1);
    const { baseUrl } = world.draft('esim').fields;
    await world.command['remove-line']({ lineId, keepReceipts: false });
    const left = await everythingStored();
    for (const trace of [lineId, 'Marker', 'of the carrier', '"line":"esim"'])
      expect([trace, left.includes(JSON.stringify(trace).slice(1, -1))]).toEqual([trace, false]);
    expect(left).toContain(other);
    expect(world.cleared).toContain(lineId);
    // The other line still needs the origin.
    expect(world.released).toEqual([]);
    await world.command['remove-line']({ lineId: other, keepReceipts: true });
    expect(world.released).toEqual([new URL(baseUrl ?? '').origin]);
    expect(await world.deps.secrets.has(other)).toBe(false);
  });

  it('stays away, though a poll of it was under way', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.pass(MINUTE);
    const { asked, goOn } = holdNetwork(world);
    const poll = world.command.refresh({ lineId });
    await asked;
    await world.command['remove-line']({ lineId, keepReceipts: false });
    goOn();
    await poll;
    const { meta: _, glance: __, ...tables } = await storedTables();
    expect(Object.values(tables).flat()).toEqual([]);
    expect((await world.deps.store.glance())?.lines).toEqual([]);
  });

  it('stays away, though its carrier was being asked for help', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const { asked, goOn } = holdNetwork(world);
    const help = world.command.help({ lineId });
    await asked;
    await world.command['remove-line']({ lineId, keepReceipts: false });
    goOn();
    await expect(help).rejects.toMatchObject({ reply: { kind: 'gone' } });
    expect(await world.deps.store.lines()).toEqual([]);
  });

  it('opens no checkout any more, though one was just being opened', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const { asked, goOn } = holdNetwork(world);
    const opening = world.command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } });
    await asked;
    await world.command['remove-line']({ lineId, keepReceipts: false });
    goOn();
    await expect(opening).rejects.toMatchObject({ reply: { kind: 'gone' } });
    expect(world.tabs).toEqual([]);
    expect(await world.deps.store.topUps()).toEqual([]);
  });

  it('keeps its receipts if the person wishes so, and wakes nobody for them', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.command['open-top-up']({ lineId, order: { offerId: 'esim-1gb' } });
    await world.command['remove-line']({ lineId, keepReceipts: true });
    expect(await world.command.receipts({ lineId })).toMatchObject([{ lineName: 'My esim' }]);
    await world.pass(HOUR);
    await pollDue(world.deps);
    expect(world.wakes.at(-1)).toBeNull();
  });
});

describe('erasing everything', () => {
  it('leaves nothing of any line, though one was being asked', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim', { name: 'Marker' });
    await world.addLine('phone', { name: 'Marker' });
    await world.pass(MINUTE);
    const { asked, goOn } = holdNetwork(world);
    const poll = world.command.refresh({ lineId });
    await asked;
    await world.command['erase-all']({});
    goOn();
    await poll;
    const left = await everythingStored();
    for (const trace of [lineId, 'Marker', world.token])
      expect([trace, left.includes(trace)]).toEqual([trace, false]);
    expect(world.released).toContain(world.sandbox.url);
    expect(world.badge().text).toBe('');
    expect(world.wakes.at(-1)).toBeNull();
  });
});
