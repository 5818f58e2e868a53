import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { startWorld } from '../support/app-world.ts';

describe('the whole story, from the account API to a top-up that proves itself', () => {
  it('shows what a line holds as soon as it is added', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    const line = await world.glanceLine(lineId);
    expect(line.headline).toMatchObject({ kind: 'data', total: 5_000_000_000 });
    expect(line.checkedAt).toBe('2026-03-02T10:00:00Z');
    expect(world.badge().text).toMatch(/^\d\.\dG$/);
    expect(world.tooltip()).toMatch(/^My esim: .* left$/);
  });

  it('warns once when the data gets low, and not again at the next polls', async () => {
    const world = await startWorld();
    const lineId = await world.addLine('esim');
    await world.sandbox.control.speed(0);
    await world.sandbox.control.lines.drain('esim', 300_000_000);
    for (let i = 0; i < 4; i++) {
      await world.pass(5 * MINUTE);
      await world.command.refresh({ lineId });
    }
    expect(world.badge()).toMatchObject({ tone: 'low', lineId });
    expect(world.notices.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^My esim: 300\sMB left$/),
    ]);
  });

  it('opens the checkout, watches it, and says that the money became data', async () => {
    const world = await startWorld();
    const { command, sandbox } = world;
    const lineId = await world.addLine('esim');
    await sandbox.control.lines.drain('esim', 300_000_000);
    await world.pass(MINUTE);
    await command.refresh({ lineId });
    const { offers, hosts } = await command.offers({ lineId });
    expect(hosts).toEqual([new URL(sandbox.url).host]);
    const offer = offers.find(({ kind, data }) => kind === 'bundle' && data !== null);
    if (!offer) throw new Error('no bundle on offer');
    const { topUpId } = await command['open-top-up']({ lineId, order: { offerId: offer.id } });
    expect(world.tabs).toHaveLength(1);
    expect((await world.glanceLine(lineId)).topUp).toMatchObject({ id: topUpId, state: 'open' });
    expect(world.badge().reason).toBe('top-up');
    const [checkout] = await sandbox.control.checkouts.list();
    await sandbox.control.checkouts.pay(checkout?.id ?? '', { method: 'card', outcome: 'succeed' });
    await world.pass(40 * SECOND);
    await pollDue(world.deps);
    const [receipt] = await command.receipts({ lineId });
    expect(receipt).toMatchObject({ state: 'credited', price: offer.price });
    expect(receipt?.receiptNumber).toBeTruthy();
    expect(receipt?.rises.some(({ what }) => what === 'data')).toBe(true);
    expect(world.notices.at(-1)?.title).toBe('My esim: your top-up arrived');
  });
});
