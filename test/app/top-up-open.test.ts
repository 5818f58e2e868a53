import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { withLine } from '../support/app-asked.ts';
import { checkoutsOf, OFFER, openedCheckout, receipt, titles } from '../support/app-checkout.ts';
import { startWorld } from '../support/app-world.ts';

const ORDER = { offerId: OFFER };

describe('opening a checkout', () => {
  it('H10: a double click opens one checkout and one tab', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const open = () => world.command['open-top-up']({ lineId, order: ORDER });
    const [first, second] = await Promise.allSettled([open(), open()]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { reply: { kind: 'in-progress' } } });
    expect(await checkoutsOf(world)).toHaveLength(1);
    expect(world.tabs).toHaveLength(1);
  });

  it('H10: ordered again while it is open, the same checkout is shown, also by the next background', async () => {
    const { world, lineId, topUpId } = await openedCheckout();
    await world.pass(5 * MINUTE);
    const next = await world.restart();
    expect(await next.command['open-top-up']({ lineId, order: ORDER })).toMatchObject({ topUpId });
    expect(await checkoutsOf(world)).toHaveLength(1);
    expect(new Set(world.tabs).size).toBe(1);
    expect(await world.command.receipts({ lineId })).toHaveLength(1);
  });

  it('H10: whose answer was lost is asked for again with the same key', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    world.network.fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method !== 'POST') return answer;
      await answer.body?.cancel();
      throw new TypeError('Failed to fetch');
    };
    await expect(world.command['open-top-up']({ lineId, order: ORDER })).rejects.toThrow('offline');
    await world.command['rebuild-glance']({});
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
    expect(world.tabs).toEqual([]);
    world.network.fetch = fetch;
    await world.command['open-top-up']({ lineId, order: ORDER });
    expect(await checkoutsOf(world)).toHaveLength(1);
    expect((await world.glanceLine(lineId)).topUp).toMatchObject({ state: 'open' });
    expect(await world.command.receipts({ lineId })).toHaveLength(1);
  });

  it('ordered again while the carrier is down, it stays pending: it may have been paid', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
    const path = '/v1/lines/esim/checkouts';
    await world.sandbox.control.faults.add({ path, fault: { kind: 'status', status: 503 } });
    await expect(world.command['open-top-up']({ lineId, order: ORDER })).rejects.toThrow('carrier-down');
    await world.pass(MINUTE);
    await pollDue(world.deps);
    expect((await receipt(world, topUpId)).state).toBe('credited');
  });

  it('of another offer is another checkout', async () => {
    const { world, lineId } = await openedCheckout();
    await world.command['open-top-up']({ lineId, order: { offerId: 'esim-5gb' } });
    expect(await checkoutsOf(world)).toHaveLength(2);
  });

  it('H09: on a host that was not confirmed opens nothing and leaves nothing pending', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await world.sandbox.control.habits({ checkoutOrigin: 'https://pay.other.example' });
    await expect(world.command['open-top-up']({ lineId, order: ORDER })).rejects.toMatchObject({
      reply: { kind: 'refused-host', host: 'pay.other.example', allowed: [world.sandbox.host] },
    });
    expect(world.tabs).toEqual([]);
    await world.command['rebuild-glance']({});
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
    await world.pass(73 * HOUR);
    await pollDue(world.deps);
    expect(titles(world)).not.toContain('My esim: your top-up has not arrived');
  });

  it('H09: hosts that the carrier announces later are only proposed, until the person says so', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const other = 'pay.other.example';
    await world.sandbox.control.habits({ checkoutHosts: [other], checkoutOrigin: `https://${other}` });
    expect((await world.command.offers({ lineId })).hosts).toEqual([world.sandbox.host]);
    expect((await world.glanceLine(lineId)).hostsProposed).toEqual({
      before: [world.sandbox.host],
      after: [other],
    });
    const open = () => world.command['open-top-up']({ lineId, order: ORDER });
    await expect(open()).rejects.toMatchObject({ reply: { kind: 'refused-host' } });
    await world.command['confirm-hosts']({ lineId, accept: false });
    await expect(open()).rejects.toMatchObject({ reply: { kind: 'refused-host' } });
  });

  it('H09: hosts that the person refused are not proposed again, until the carrier names others', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const name = (...checkoutHosts: string[]) => world.sandbox.control.habits({ checkoutHosts });
    const proposed = async () => {
      await world.command.offers({ lineId });
      return (await world.glanceLine(lineId)).hostsProposed?.after ?? null;
    };
    await name('pay.other.example');
    expect(await proposed()).toEqual(['pay.other.example']);
    await world.command['confirm-hosts']({ lineId, accept: false });
    expect(await proposed()).toBeNull();
    await name(world.sandbox.host);
    expect(await proposed()).toBeNull();
    await name('pay.other.example');
    expect(await proposed()).toBeNull();
    await name('pay.third.example');
    expect(await proposed()).toEqual(['pay.third.example']);
  });

  it('H09: hosts that were refused are confirmed later, and only those that the person saw', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const other = 'pay.other.example';
    const checkoutHosts = [other, 'pay.unseen.example'];
    await world.sandbox.control.habits({ checkoutHosts, checkoutOrigin: `https://${other}` });
    await world.command.offers({ lineId });
    await world.command['confirm-hosts']({ lineId, accept: false });
    const confirm = (hosts: string[]) => world.command['confirm-hosts']({ lineId, accept: true, hosts });
    await confirm(['pay.evil.example']);
    expect((await world.deps.store.line(lineId))?.checkoutHosts).toEqual([]);
    await confirm([other]);
    expect((await world.deps.store.line(lineId))?.checkoutHosts).toEqual([other]);
    await world.command['open-top-up']({ lineId, order: ORDER });
    expect(world.tabs).toEqual([expect.stringMatching(/^https:\/\/pay\.other\.example\//)]);
  });

  it.each([true, false])(
    'renews by itself where the person said so, and only there: %s',
    async (autoRenew) => {
      const world = await startWorld();
      await world.sandbox.control.speed(0);
      const lineId = await withLine(world, 'phone');
      const order = { offerId: 'phone-month-8gb', autoRenew };
      const { topUpId } = await world.command['open-top-up']({ lineId, order });
      expect(await receipt(world, topUpId)).toMatchObject({ autoRenew });
      const [checkout] = await checkoutsOf(world);
      await world.sandbox.control.checkouts.pay(checkout?.id ?? '', { outcome: 'succeed' });
      await world.pass(HOUR);
      await pollDue(world.deps);
      expect((await world.glanceLine(lineId)).autoRenew?.enabled ?? false).toBe(autoRenew);
    },
  );

  it('of the same offer, once to renew and once not, is two checkouts', async () => {
    const world = await startWorld();
    const lineId = await withLine(world, 'phone');
    const open = (autoRenew: boolean) =>
      world.command['open-top-up']({ lineId, order: { offerId: 'phone-month-8gb', autoRenew } });
    const [first, second, third] = [await open(true), await open(false), await open(true)];
    expect(second.topUpId).not.toBe(first.topUpId);
    expect(third.topUpId).toBe(first.topUpId);
    expect(await checkoutsOf(world)).toHaveLength(2);
  });

  it('of a free amount, where the carrier takes none, is refused', async () => {
    const world = await startWorld();
    const lineId = await withLine(world, 'number-keeping');
    await world.sandbox.control.faults.add({
      path: '/v1/lines/*/offers',
      fault: { kind: 'body', body: '{"offers":[],"customAmount":null}' },
    });
    const order = { amount: 1000 };
    await expect(world.command['open-top-up']({ lineId, order })).rejects.toMatchObject({
      reply: { kind: 'gone' },
    });
    expect(await world.command.receipts({ lineId })).toEqual([]);
  });
});
