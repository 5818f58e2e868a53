import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { withLine } from '../support/app-asked.ts';
import { OFFER, openedCheckout, receipt } from '../support/app-checkout.ts';
import { startWorld } from '../support/app-world.ts';

const ORDER = { offerId: OFFER };

describe('a top-up that is changed while a poll is under way', () => {
  it('"I did not pay" holds, even if said while a poll is under way', async () => {
    const { world, lineId, topUpId, checkoutId } = await openedCheckout();
    await world.sandbox.control.checkouts.pay(checkoutId, { outcome: 'late', delaySeconds: 60 });
    await world.pass(MINUTE);
    const asked = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    world.network.fetch = async (...request) => {
      asked.resolve();
      await goOn.promise;
      return fetch(...request);
    };
    const poll = pollDue(world.deps);
    await asked.promise;
    await world.command['abandon-top-up']({ topUpId });
    goOn.resolve();
    await poll;
    expect((await receipt(world, topUpId)).state).toBe('abandoned');
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
  });

  it('opened while a poll was under way, it keeps its checkout', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const posted = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    world.network.fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method === 'POST') {
        posted.resolve();
        await goOn.promise;
      }
      return answer;
    };
    const opening = world.command['open-top-up']({ lineId, order: ORDER });
    await posted.promise;
    await world.pass(30 * SECOND);
    // It reads the row without its checkout, and ends after the checkout was stored.
    const read = world.deps.http.run;
    const polled = Promise.withResolvers<void>();
    world.deps.http = {
      run: (...all) => {
        polled.resolve();
        return read(...all);
      },
    };
    const poll = world.command.refresh({ lineId });
    await polled.promise;
    goOn.resolve();
    const { topUpId } = await opening;
    await poll;
    expect(await receipt(world, topUpId)).toMatchObject({ checkoutId: expect.any(String), state: 'open' });
  });
});

describe('a background that died while it opened a checkout', () => {
  it('leaves a row that is no top-up', async () => {
    const { world, lineId, topUpId } = await openedCheckout();
    const row = await receipt(world, topUpId);
    await world.deps.store.putTopUp({ ...row, checkoutId: null, url: null });
    await world.pass(5 * MINUTE);
    await pollDue(world.deps);
    expect((await receipt(world, topUpId)).state).toBe('abandoned');
    expect((await world.glanceLine(lineId)).topUp).toBeNull();
  });
});
