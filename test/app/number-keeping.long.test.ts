import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { exportText } from '../../utils/domain/export-format.ts';
import { DAY, HOUR, toInstant } from '../../utils/domain/instant.ts';
import type { LapseRule } from '../../utils/domain/lapse.ts';
import { checkoutsOf, titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { partsIn } from '../support/importing.ts';
import { NOW } from '../support/stored-rows.ts';

/** A number that lapses in 38 days unless it is topped up. */
async function kept(): Promise<{ world: World; lineId: string }> {
  const world = await startWorld();
  const lineId = await world.addLine('number-keeping', { kind: 'number-keeping', name: 'Home number' });
  return { world, lineId };
}

/** From now on the carrier does not say when the number lapses. */
function saysNoEnd(world: World): void {
  const { fetch } = world.network;
  world.network.fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (!String(input).endsWith('/balance') || !answer.ok) return answer;
    const body = { ...((await answer.json()) as object), validUntil: null };
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
  };
}

/** Days go by, with two looks a day; a background now and then dies. Answers the latest one. */
async function live(world: World, days: number): Promise<World> {
  let current = world;
  for (let half = 0; half < 2 * days; half++) {
    await current.pass(12 * HOUR);
    if (half % 7 === 3) current = await current.restart(half % 2 === 0 ? 'browser' : 'background');
    await pollDue(current.deps);
  }
  return current;
}

async function topUp(world: World, lineId: string): Promise<void> {
  await world.command['open-top-up']({ lineId, order: { offerId: 'keeping-credit-5' } });
  const [checkout] = await checkoutsOf(world);
  await world.sandbox.control.checkouts.pay(checkout?.id ?? '', {});
}

const choose = (world: World, lineId: string, rule: Partial<LapseRule>) =>
  world.command['edit-line']({
    lineId,
    edit: { lapse: { warnDays: null, rule: { days: 90, after: 'top-up', lastOn: null, ...rule } } },
  });

const LADDER = [30, 14, 7, 3].map((days) => `Home number: the number lapses in ${days} days`);
const TOMORROW = 'Home number: the number lapses tomorrow';

describe('a number that is kept', () => {
  it('F06: is warned of on each step once, by the end that the carrier tells, over restarts', async () => {
    const { world } = await kept();
    const later = await live(world, 40);
    expect(titles(world)).toEqual([...LADDER, TOMORROW]);
    expect(world.notices[0]?.message).toBe(
      'The carrier says it is valid until Apr 9, 2026. Top up before then, or the number and its credit of £4.60 may be lost. Use only your carrier’s own addresses.',
    );
    expect(later.tooltip()).toContain('the number has lapsed');
  });

  it('is warned of on the days that the person chose, and on no others', async () => {
    const { world, lineId } = await kept();
    await world.command['edit-line']({ lineId, edit: { lapse: { warnDays: [20, 2], rule: null } } });
    await live(world, 37);
    const chosen = [20, 2].map((days) => `Home number: the number lapses in ${days} days`);
    expect(titles(world)).toEqual(chosen);
  });

  it('goes on counting down while the carrier cannot be reached, and tells how old its word is', async () => {
    const { world, lineId } = await kept();
    await world.sandbox.control.faults.add({
      path: '/v1/lines/number-keeping/balance',
      fault: { kind: 'status', status: 503 },
    });
    const later = await live(world, 37);
    expect(titles(world)).toEqual([...LADDER, TOMORROW]);
    expect(world.notices[3]?.message).toContain(
      'On Mar 2, 2026 the carrier said it is valid until Apr 9, 2026.',
    );
    expect(later.badge()).toMatchObject({ lineId, text: '1d', reason: 'lapsing' });
  });

  it('is warned of just the same when the carrier leaves its end out, and once', async () => {
    const { world } = await kept();
    saysNoEnd(world);
    await live(world, 37);
    expect(titles(world)).toEqual([...LADDER, TOMORROW]);
  });

  it('is warned of anew after a top-up, by the later end that the carrier then tells', async () => {
    const { world, lineId } = await kept();
    const later = await live(world, 25);
    expect(titles(world)).toEqual(LADDER.slice(0, 2));
    await topUp(later, lineId);
    const after = await live(later, 80);
    const told = titles(world).filter((title) => title.includes('lapses'));
    expect(told).toEqual([...LADDER.slice(0, 2), ...LADDER.slice(0, 2)]);
    expect((await after.glanceLine(lineId)).alerts.map(({ key }) => key)).toEqual(['lapse-14']);
  });

  it('comes before every other line in the badge from seven days on, with the reason in words', async () => {
    const { world, lineId } = await kept();
    const other = await world.addLine('esim');
    await world.command['edit-line']({ lineId: other, edit: { pinned: true } });
    const before = await live(world, 30);
    expect(before.badge()).toMatchObject({ lineId: other, reason: 'pinned' });
    const within = await live(before, 1);
    expect(within.badge()).toMatchObject({ lineId, text: '7d', tone: 'attention', reason: 'lapsing' });
    expect(within.tooltip()).toContain('Home number: the number lapses in 7 days');
  });
});

describe('a number whose carrier tells no end', () => {
  async function silent(): Promise<{ world: World; lineId: string }> {
    const world = await startWorld();
    saysNoEnd(world);
    const lineId = await world.addLine('number-keeping', { kind: 'number-keeping', name: 'Home number' });
    return { world, lineId };
  }

  it('D07: is warned of by nothing before the person has chosen a rule', async () => {
    const { world, lineId } = await silent();
    await live(world, 60);
    expect(titles(world)).toEqual([]);
    expect(await world.glanceLine(lineId)).toMatchObject({ validUntil: null, alerts: [] });
  });

  it('is warned of by the rule, from the day that the person gave and from the top-up that came after', async () => {
    const { world, lineId } = await silent();
    await choose(world, lineId, { lastOn: '2026-01-02' });
    expect((await world.glanceLine(lineId)).validUntil).toEqual({
      at: '2026-04-02T23:59:59Z',
      estimated: true,
      rule: { days: 90, after: 'top-up', from: '2026-01-02' },
    });
    const later = await live(world, 20);
    const told = [30, 14].map((days) => `Home number: the number lapses in ${days + 1} days`);
    expect(titles(world)).toEqual(told);
    expect(world.notices[0]?.message).toContain(
      'By your rule, 90 days after the last top-up (Jan 2, 2026), it lapses on Apr 2, 2026.',
    );
    await topUp(later, lineId);
    const toppedUp = await live(later, 1);
    const from = toInstant(toppedUp.now() - DAY).slice(0, 10);
    expect((await toppedUp.glanceLine(lineId)).validUntil?.rule).toMatchObject({ from });
    const after = await live(toppedUp, 62);
    expect(titles(world).filter((title) => title.includes('lapses'))).toEqual([...told, told[0]]);
    const nearer = await live(after, 23);
    expect(nearer.tooltip()).toMatch(/the number lapses in \d days, by your rule/);
  });

  it('is warned of as soon as the rule is chosen, and no longer once it is corrected', async () => {
    const { world, lineId } = await silent();
    await choose(world, lineId, { lastOn: '2025-12-10' });
    expect(titles(world)).toEqual(['Home number: the number lapses in 8 days']);
    await choose(world, lineId, { lastOn: '2026-02-10' });
    expect((await world.glanceLine(lineId)).alerts).toEqual([]);
    expect(titles(world)).toHaveLength(1);
  });

  it('keeps the rule through export and import', async () => {
    const { world, lineId } = await silent();
    await choose(world, lineId, { lastOn: '2026-01-02', after: 'use', days: 180 });
    const { lapse } = (await world.deps.store.line(lineId)) ?? {};
    const file = exportText(await world.command['export-all']({}), NOW);
    await world.command['erase-all']({});
    await world.command['import-all']({ parts: partsIn(file) });
    expect((await world.deps.store.line(lineId))?.lapse).toEqual(lapse);
    expect(lapse?.rule).toEqual({ days: 180, after: 'use', lastOn: '2026-01-02' });
  });

  it('is another number once another is asked for: the end of the first is forgotten', async () => {
    const { world, lineId } = await kept();
    saysNoEnd(world);
    const draft = world.draft('phone', { kind: 'number-keeping', name: 'Home number' });
    await world.command['replace-line']({ lineId, draft: { ...draft, secretFrom: lineId } });
    expect((await world.glanceLine(lineId)).validUntil).toBeNull();
  });
});
