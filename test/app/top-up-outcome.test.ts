import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { client } from '../sandbox/test-client.ts';
import { pollsOf } from '../support/app-asked.ts';
import { openedCheckout, receipt, titles } from '../support/app-checkout.ts';

describe('what becomes of a checkout', () => {
  it('H11: coming back from it proves nothing; the account API is asked, within the budget', async () => {
    const { world, lineId, topUpId } = await openedCheckout();
    // The page says "paid" and leads back; nothing of it reaches the extension but that a page of ours is open.
    world.page.open = true;
    for (let seconds = 0; seconds < 10 * 60; seconds += 15) {
      await world.pass(15 * SECOND);
      await world.command.tick({});
    }
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'open', paidAt: null });
    expect(await pollsOf(world)).toBeLessThanOrEqual(12);
    expect(titles(world)).toEqual([]);
    expect((await world.glanceLine(lineId)).topUp).toMatchObject({ state: 'open' });
  });

  it('declined: it is told once, with the reason, and no data is counted', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'decline' });
    for (let polls = 0; polls < 3; polls++) {
      await world.pass(MINUTE);
      await pollDue(world.deps);
    }
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'failed', rises: [] });
    expect((await receipt(world, topUpId)).failureReason).toBeTruthy();
    expect(titles(world)).toHaveLength(1);
    await world.command['dismiss-top-up']({ topUpId });
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
  });

  it('paid, but credited late: overdue is told, then that it arrived, each once', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    const payment = { outcome: 'late', delaySeconds: 3 * 3600 } as const;
    await world.sandbox.control.checkouts.pay(checkoutId, payment);
    await world.pass(MINUTE);
    await pollDue(world.deps);
    expect((await receipt(world, topUpId)).state).toBe('paid');
    await world.pass(HOUR);
    await pollDue(world.deps);
    expect((await receipt(world, topUpId)).state).toBe('overdue');
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    await pollDue(world.deps);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'credited', rises: [{ what: 'data' }] });
    expect(titles(world)).toEqual(['My esim: your top-up has not arrived', 'My esim: your top-up arrived']);
  });

  it('seen and closed while overdue, it is out of the way, and its arrival is told all the same', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'late', delaySeconds: 3 * 3600 });
    for (const wait of [MINUTE, HOUR]) {
      await world.pass(wait);
      await pollDue(world.deps);
    }
    await world.command['dismiss-top-up']({ topUpId });
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    expect((await receipt(world, topUpId)).state).toBe('credited');
    expect(titles(world)).toEqual(['My esim: your top-up has not arrived', 'My esim: your top-up arrived']);
    expect((await world.glanceLine(lineId)).topUp).toMatchObject({ state: 'credited' });
    await world.command['dismiss-top-up']({ topUpId });
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
    expect(titles(world)).toHaveLength(2);
  });

  it('paid, it is asked about once more when half an hour has passed, and overdue is told then', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'late', delaySeconds: 3 * 3600 });
    await world.pass(MINUTE);
    for (let polls = 0; (await receipt(world, topUpId)).state !== 'overdue'; polls++) {
      await pollDue(world.deps);
      await world.pass(Math.min(world.wakes.at(-1) ?? HOUR, 5 * MINUTE));
      expect(polls).toBeLessThan(30);
    }
    const { paidAt, state } = await receipt(world, topUpId);
    expect(state).toBe('overdue');
    expect(world.now() - Date.parse(paidAt ?? '')).toBeLessThanOrEqual(36 * MINUTE);
    expect(titles(world)).toEqual(['My esim: your top-up has not arrived']);
  });

  it('paid, and then nobody can be asked any more: overdue is told by time alone, once', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'late', delaySeconds: 3 * 3600 });
    await world.pass(MINUTE);
    await pollDue(world.deps);
    await world.sandbox.control.faults.add({
      path: '/v1/lines/esim/balance',
      fault: { kind: 'status', status: 401 },
    });
    await world.pass(10 * MINUTE);
    await pollDue(world.deps);
    expect((await world.glanceLine(lineId)).state).toBe('signed-out');
    await world.sandbox.control.clearLog();
    for (let looks = 0; looks < 3; looks++) {
      await world.pass(25 * MINUTE);
      await pollDue(world.deps);
    }
    expect(await world.asked()).toEqual([]);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'overdue' });
    expect((await world.glanceLine(lineId)).topUp).toMatchObject({ state: 'overdue' });
    expect(titles(world).slice(1)).toEqual(['My esim: your top-up has not arrived']);
  });

  it('opened on a paused line it is watched all the same, its arrival is told, and nothing else', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.command['edit-line']({ lineId, edit: { paused: true } });
    await world.sandbox.control.lines.drain('esim', 0);
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'late', delaySeconds: 60 });
    for (let polls = 0; polls < 3; polls++) {
      await world.pass(2 * MINUTE);
      await pollDue(world.deps);
    }
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'credited' });
    expect(titles(world)).toEqual(['My esim: your top-up arrived']);
    await world.sandbox.control.clearLog();
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    expect(await world.asked()).toEqual([]);
    expect(await world.command.refresh({ lineId })).toMatchObject([{ outcome: 'paused' }]);
  });

  it('shown in the figures before the checkout says so: the carrier has the last word, told once', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    const { body } = await client(world.sandbox, world.token).get(`/checkouts/${checkoutId}`);
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
    const path = `/v1/checkouts/${checkoutId}`;
    await world.sandbox.control.faults.add({
      path,
      times: 1,
      fault: { kind: 'body', body: JSON.stringify(body) },
    });
    await world.pass(40 * SECOND);
    await pollDue(world.deps);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'open', rises: [] });
    for (const wait of [MINUTE, HOUR]) {
      await world.pass(wait);
      await pollDue(world.deps);
    }
    expect(await receipt(world, topUpId)).toMatchObject({
      state: 'credited',
      rises: [{ what: 'data', by: 1_000_000_000 }],
    });
    expect(titles(world)).toEqual(['My esim: your top-up arrived']);
  });

  it('shown in the figures while the checkout cannot be asked: what was bought proves it', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    const path = `/v1/checkouts/${checkoutId}`;
    await world.sandbox.control.faults.add({ path, fault: { kind: 'status', status: 503 } });
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
    await world.pass(40 * SECOND);
    await pollDue(world.deps);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'credited' });
  });

  it('refunded while it was watched: its end is stored, and no arrival is told', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.settle(checkoutId, 'refunded');
    await world.pass(MINUTE);
    await pollDue(world.deps);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'refunded', nextWatchAt: null });
    expect(titles(world)).not.toContainEqual(expect.stringContaining('arrived'));
  });

  it('left open, the page ends by itself: expired, watched no more, told as nothing', async () => {
    const { world, topUpId } = await openedCheckout();
    for (const wait of [MINUTE, HOUR, HOUR]) {
      await world.pass(wait);
      await pollDue(world.deps);
    }
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'expired', nextWatchAt: null });
    expect(titles(world)).toEqual([]);
  });
});
