import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { receipt, titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';

describe('a plain link', () => {
  const LINK = 'https://carrier.example/top-up';
  async function withLink() {
    const world = await startWorld();
    const { lineId } = await world.command['add-demo']({});
    await world.command['edit-line']({ lineId, edit: { topUpUrl: LINK } });
    const open = () => world.command['open-top-up']({ lineId, order: { link: true } });
    return { world, lineId, open };
  }
  /** What the demo line has is set by hand, since nobody can top it up. */
  async function rise(world: World, lineId: string) {
    const row = await world.deps.store.reading(lineId);
    if (!row) throw new Error('no reading');
    const buckets = row.reading.buckets.map((bucket) => ({
      ...bucket,
      total: 1_000_000,
      used: 999_999,
      remaining: 1,
    }));
    const topUps = (await world.deps.store.topUps(lineId)).map((topUp) => ({
      ...topUp,
      before: topUp.before && { ...topUp.before, buckets },
    }));
    for (const topUp of topUps) await world.deps.store.putTopUp(topUp);
  }

  it('is opened as it is, and its rise is told once, however often it was clicked', async () => {
    const { world, lineId, open } = await withLink();
    const { topUpId, host } = await open();
    expect(host).toBe('carrier.example');
    await world.pass(5 * MINUTE);
    expect((await open()).topUpId).toBe(topUpId);
    await world.pass(HOUR);
    const later = await open();
    expect(world.tabs).toEqual([LINK, LINK, LINK]);
    expect((await receipt(world, topUpId)).state).toBe('abandoned');
    await rise(world, lineId);
    await world.pass(MINUTE);
    await pollDue(world.deps);
    expect((await receipt(world, later.topUpId)).state).toBe('credited');
    expect(titles(world).filter((title) => title.endsWith('your top-up arrived'))).toHaveLength(1);
  });

  it('has no offers, and a line without a link opens nothing', async () => {
    const { world, lineId, open } = await withLink();
    await expect(world.command.offers({ lineId })).rejects.toMatchObject({ reply: { kind: 'gone' } });
    await world.command['edit-line']({ lineId, edit: { topUpUrl: null } });
    await expect(open()).rejects.toMatchObject({ reply: { kind: 'gone' } });
    expect(world.tabs).toEqual([]);
  });

  it('H07: that we built ourselves carries neither the number nor the password of its line', async () => {
    const world = await startWorld();
    world.network.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const lineId = await world.addLine('esim', {
      providerId: 'lyca',
      fields: { site: 'www.lycamobile.co.uk', number: '447700900123' },
      secrets: { password: 'sw0rdfish' },
    });
    await world.command['open-top-up']({ lineId, order: { link: true } });
    expect(world.tabs).toEqual(['https://www.lycamobile.co.uk/en/quick-top-up/']);
  });

  it('to this computer is refused', async () => {
    const { world, lineId } = await withLink();
    const edit = { topUpUrl: 'http://127.0.0.1/pay' };
    await expect(world.command['edit-line']({ lineId, edit })).rejects.toMatchObject({
      reply: { kind: 'refused-address', reason: 'not-https' },
    });
  });
});
