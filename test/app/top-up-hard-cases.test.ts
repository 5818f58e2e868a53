import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { DAY, HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { receiptText } from '../../utils/domain/receipt.ts';
import { client } from '../sandbox/test-client.ts';
import { withLine } from '../support/app-asked.ts';
import { checkoutsOf, OFFER, openedCheckout, receipt, titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { wordsFor } from '../support/words.ts';

const GB = 1_000_000_000;

async function polled(world: World, ...waits: number[]): Promise<void> {
  for (const wait of waits) {
    await world.pass(wait);
    await pollDue(world.deps);
  }
}

/** The checkout says "credited" before the figures show anything of it. */
async function creditedInWordAlone(world: World, checkoutId: string): Promise<() => Promise<void>> {
  const payment = { outcome: 'late', delaySeconds: 3 * 3600 } as const;
  await world.sandbox.control.checkouts.pay(checkoutId, payment);
  const { body } = await client(world.sandbox, world.token).get(`/checkouts/${checkoutId}`);
  const said = { ...body, status: 'credited', creditedAt: body.paidAt };
  const fault = { kind: 'body', body: JSON.stringify(said) } as const;
  const path = `/v1/checkouts/${checkoutId}`;
  const id = await world.sandbox.control.faults.add({ path, fault });
  return () => world.sandbox.control.faults.remove(id);
}

describe('a top-up whose course is not straight', () => {
  it('a carrier that reports 3 hours late: told once, and the receipt is completed when it has reported', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await creditedInWordAlone(world, checkoutId);
    await polled(world, MINUTE);
    const before = (await world.glanceLine(lineId)).headline;
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'credited', after: null, rises: [] });
    expect(world.notices.map(({ message }) => message)).toEqual([
      wordsFor('en').t('notifyToppedUpMessageLater'),
    ]);
    await polled(world, HOUR, HOUR, HOUR, HOUR);
    const done = await receipt(world, topUpId);
    expect(done).toMatchObject({ state: 'credited', nextWatchAt: null, rises: [{ what: 'data', by: GB }] });
    expect((await world.glanceLine(lineId)).headline).not.toEqual(before);
    expect(titles(world)).toHaveLength(1);
    const text = receiptText(done, wordsFor('en'), 'decimal');
    for (const part of [/^Before:$/m, /^After:$/m, /^Difference:$/m, /^From payment to credit:/m, /SB2026-/])
      expect(text).toMatch(part);
  });

  it('use while it is waited for is no part of what was added', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.speed(4);
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'late', delaySeconds: 3 * 3600 });
    await polled(world, MINUTE, HOUR, HOUR, 2 * HOUR);
    const { before, after, rises } = await receipt(world, topUpId);
    expect(rises).toMatchObject([{ what: 'data', by: GB }]);
    const used = (reading: typeof before) => reading?.buckets.find(({ id }) => id === 'esim-5gb')?.used ?? 0;
    expect(used(after)).toBeGreaterThan(used(before));
  });

  it('the monthly reset while it is waited for is no credit, and hides none', async () => {
    const world = await startWorld();
    const { control } = world.sandbox;
    await control.speed(0);
    await world.pass(18 * DAY - 30 * MINUTE);
    const lineId = await withLine(world, 'calling');
    const order = { offerId: 'calling-data-2gb' };
    const { topUpId } = await world.command['open-top-up']({ lineId, order });
    const [checkout] = await checkoutsOf(world);
    await control.checkouts.pay(checkout?.id ?? '', { outcome: 'late', delaySeconds: 7200 });
    await control.faults.add({ path: '/v1/checkouts/*', fault: { kind: 'status', status: 503 } });
    await polled(world, MINUTE, HOUR);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'open', rises: [] });
    expect((await world.glanceLine(lineId)).headline).toMatchObject({ remaining: 10 * GB });
    await polled(world, 2 * HOUR);
    expect(await receipt(world, topUpId)).toMatchObject({
      state: 'credited',
      rises: [{ what: 'data', by: 2 * GB, label: 'Data add-on 流量包 2 GB' }],
    });
  });

  it('money first and the bundle later: arrived with the bundle, not with the money', async () => {
    const { world, topUpId, checkoutId } = await openedCheckout();
    const { control } = world.sandbox;
    await control.checkouts.pay(checkoutId, { outcome: 'late', delaySeconds: 20 * 60 });
    await control.lines.set('esim', { credit: 1240 + 450 });
    await polled(world, MINUTE, 10 * MINUTE);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'paid', rises: [] });
    await control.lines.set('esim', { credit: 1240 });
    await polled(world, HOUR);
    expect(await receipt(world, topUpId)).toMatchObject({
      state: 'credited',
      rises: [{ what: 'data', by: GB }],
    });
    expect(titles(world)).toEqual(['My esim: your top-up arrived']);
  });

  it('F06: queued behind the current bundle: it says so, and a low line is not told low again', async () => {
    const world = await startWorld();
    const { control } = world.sandbox;
    await control.speed(0);
    await control.lines.drain('esim', 300_000_000);
    const lineId = await withLine(world);
    const { topUpId } = await world.command['open-top-up']({ lineId, order: { offerId: 'esim-10gb' } });
    const [checkout] = await checkoutsOf(world);
    await control.checkouts.pay(checkout?.id ?? '', { outcome: 'succeed' });
    await polled(world, MINUTE, HOUR, HOUR);
    expect((await receipt(world, topUpId)).rises).toMatchObject([{ by: 10 * GB, aside: 'queued' }]);
    expect(world.notices.map(({ message }) => message.replaceAll('\u00a0', ' '))).toContainEqual(
      expect.stringContaining('10 GB, waiting for its turn was added'),
    );
    expect(titles(world).filter((title) => / left$/.test(title))).toHaveLength(1);
  });

  it('credited twice: told once, and the receipt shows both', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    const { control } = world.sandbox;
    await control.checkouts.pay(checkoutId, { outcome: 'succeed' });
    await control.lines.setBucket('esim', 'again', { label: 'Data 1 GB', total: GB, used: 0 });
    await polled(world, MINUTE, HOUR);
    expect((await receipt(world, topUpId)).rises).toMatchObject([{ by: GB }, { by: GB }]);
    expect(titles(world)).toHaveLength(1);
    const { headline } = await world.glanceLine(lineId);
    expect(headline).toMatchObject({ remaining: 5_140_000_000 });
  });

  it('one credit is told for one of two top-ups', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.command['open-top-up']({ lineId, order: { offerId: 'esim-5gb' } });
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
    const fault = { kind: 'status', status: 503 } as const;
    await world.sandbox.control.faults.add({ path: '/v1/checkouts/*', fault });
    await polled(world, MINUTE, HOUR);
    const states = (await world.command.receipts({ lineId })).map(({ id, state }) => [id === topUpId, state]);
    expect(states).toEqual(
      expect.arrayContaining([
        [true, 'credited'],
        [false, 'open'],
      ]),
    );
  });

  it('figures that come late are told for the top-up that they belong to, not for one that was never paid', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    const order = { offerId: 'esim-5gb' };
    const { topUpId: paidId } = await world.command['open-top-up']({ lineId, order });
    const paid = (await checkoutsOf(world)).find(({ id }) => id !== checkoutId);
    const silent = await creditedInWordAlone(world, paid?.id ?? '');
    await polled(world, MINUTE);
    await silent();
    const fault = { kind: 'status', status: 503 } as const;
    await world.sandbox.control.faults.add({ path: '/v1/checkouts/*', fault });
    await polled(world, HOUR, HOUR, HOUR, HOUR);
    expect(await receipt(world, paidId)).toMatchObject({ state: 'credited', rises: [{ by: 5 * GB }] });
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'open', rises: [] });
  });

  it('refunded a day after it arrived: told once, though the arrival was closed', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
    await polled(world, MINUTE);
    await world.command['dismiss-top-up']({ topUpId });
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
    await world.sandbox.control.checkouts.settle(checkoutId, 'refunded');
    await polled(world, DAY, HOUR, HOUR);
    expect(await receipt(world, topUpId)).toMatchObject({ state: 'refunded', rises: [{ by: GB }] });
    expect((await world.glanceLine(lineId)).topUp).toMatchObject({ state: 'refunded' });
    expect(titles(world)).toEqual(['My esim: your top-up arrived', 'My esim: a top-up was refunded']);
    expect((await receipt(world, topUpId)).receiptNumber).toMatch(/^SB/);
  });
});

it('the receipt number that could not be asked for is asked for later', async () => {
  const { world, topUpId, checkoutId } = await openedCheckout();
  const path = `/v1/checkouts/${checkoutId}`;
  await world.sandbox.control.faults.add({ path, fault: { kind: 'status', status: 503 } });
  await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'succeed' });
  await polled(world, MINUTE);
  expect(await receipt(world, topUpId)).toMatchObject({ state: 'credited', receiptNumber: null });
  await world.sandbox.control.faults.clear();
  await polled(world, 2 * HOUR);
  expect((await receipt(world, topUpId)).receiptNumber).toMatch(/^SB2026-/);
  expect(OFFER).toBe((await receipt(world, topUpId)).offer?.id);
});
