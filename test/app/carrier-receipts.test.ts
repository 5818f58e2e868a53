import { describe, expect, it } from 'vitest';
import { opened } from '../sandbox/test-client.ts';
import { withLine } from '../support/app-asked.ts';
import { openedCheckout, receipt } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';

const TOP_UPS = 'GET /v1/lines/esim/top-ups';

/** Top-ups that were made at the carrier itself. */
async function paidElsewhere({ sandbox }: World, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await sandbox.control.checkouts.settle(
      await opened(sandbox, 'esim', { offerId: 'esim-1gb' }),
      'credited',
    );
}

describe('the receipts at the carrier', () => {
  it('are not asked for until the person asks', async () => {
    const { world, lineId } = await openedCheckout();
    await world.command.refresh({ lineId });
    await world.command.receipts({ lineId });
    expect(await world.asked()).not.toContain(TOP_UPS);
  });

  it('hold what was begun here and what was not, page by page, newest first', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
    await paidElsewhere(world, 19);
    const first = await world.command['carrier-receipts']({ lineId, cursor: null });
    expect(first.topUps).toHaveLength(20);
    expect(first.topUps.at(-1)).toMatchObject({
      id: (await receipt(world, topUpId)).checkoutId,
      status: 'credited',
    });
    const second = await world.command['carrier-receipts']({ lineId, cursor: first.next });
    expect(second.topUps.length).toBeGreaterThan(0);
    expect(second.next).toBeNull();
    const paid = [...first.topUps, ...second.topUps].map(({ paidAt }) => paidAt ?? '');
    expect(paid).toEqual(paid.toSorted().toReversed());
    expect(await world.asked()).toContain(TOP_UPS);
  });

  it('leave the ledger of this computer as it is', async () => {
    const { world, lineId } = await openedCheckout();
    await paidElsewhere(world, 1);
    const before = await world.command.receipts({ lineId });
    await world.command['carrier-receipts']({ lineId, cursor: null });
    expect(await world.command.receipts({ lineId })).toEqual(before);
  });

  it('are not asked for without the permission for the carrier', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    world.withheld.add(world.sandbox.url);
    await expect(world.command['carrier-receipts']({ lineId, cursor: null })).rejects.toThrow('no-access');
    expect(await world.asked()).toEqual([]);
  });

  it('count among the clicks of an hour', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const ask = () => world.command['carrier-receipts']({ lineId, cursor: null });
    for (let click = 0; click < 60; click++) await ask();
    await expect(ask()).rejects.toMatchObject({ reply: { kind: 'not-before' } });
    expect(await world.asked()).toHaveLength(60);
  });

  it('are none of a line whose provider sells nothing', async () => {
    const world = await startWorld();
    const { lineId } = await world.command['add-demo']({});
    await expect(world.command['carrier-receipts']({ lineId, cursor: null })).rejects.toMatchObject({
      reply: { kind: 'gone' },
    });
  });
});
