import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { reviewAlerts } from '../../utils/app/review-alerts.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { opened } from '../sandbox/test-client.ts';
import { titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';

const MB = 1_000_000;

/** Twenty minutes later, and what the person does in between. */
async function later(
  world: World,
  lineId: string,
  act: () => Promise<unknown> = async () => {},
): Promise<void> {
  await world.pass(20 * MINUTE);
  await act();
  await world.command.refresh({ lineId });
}

/** A phone whose last bundle ends at 10:25 UTC; its person uses nothing of their own accord. */
async function aPhone(): Promise<{ world: World; lineId: string; use: (mb: number) => Promise<void> }> {
  const world = await startWorld();
  const { lines } = world.sandbox.control;
  await world.sandbox.control.speed(0);
  await lines.removeBucket('phone', 'phone-week');
  await lines.setBucket('phone', 'phone-month', { validUntil: '2026-03-02T10:25:00Z', label: '8 GB' });
  const lineId = await world.addLine('phone', { kind: 'phone', name: 'Phone' });
  return { world, lineId, use: (mb) => lines.use('phone', 'data', mb * MB) };
}

const burnTitle = 'Phone: credit is being used';

describe('credit that burns when a bundle has ended', () => {
  it('is told with what happened: how much, since when, and which bundle ended', async () => {
    const { world, lineId, use } = await aPhone();
    await later(world, lineId, () => use(30));
    await later(world, lineId, () => use(5));
    expect(titles(world)).not.toContain(burnTitle);
    await later(world, lineId, () => use(2));
    const notice = world.notices.find(({ title }) => title === burnTitle);
    expect(notice?.message).toMatch(
      /^Credit is being used: HK\$1\.40 since 10:25\sAM\. “8 GB” ended at 10:25\sAM\.$/,
    );
    const line = await world.glanceLine(lineId);
    expect([line.state, line.burn?.amount]).toEqual(['credit-burn', 140]);
    expect(line.alerts.map(({ kind }) => kind)).toContain('credit-burn');
    expect(world.badge()).toMatchObject({ tone: 'critical', lineId });
    expect(world.tooltip()).toBe('Phone: credit is being used');
  });

  it('F06: is told once, whatever follows: polls, looks, another background, another browser', async () => {
    const { world: first, lineId, use } = await aPhone();
    let world = first;
    for (let n = 0; n < 9; n++) {
      await later(world, lineId, () => use(5));
      if (n === 4) world = await world.restart();
      if (n === 6) world = await world.restart('browser');
      await Promise.all([reviewAlerts(world.deps), reviewAlerts(world.deps)]);
    }
    expect(titles(world).filter((title) => title === burnTitle)).toHaveLength(1);
  });

  it('is over with the bundle that is bought, and told anew when that has ended, too', async () => {
    const { world, lineId, use } = await aPhone();
    for (let n = 0; n < 4; n++) await later(world, lineId, () => use(5));
    const { checkouts, lines } = world.sandbox.control;
    await later(world, lineId, async () => {
      await checkouts.pay(await opened(world.sandbox, 'phone', { offerId: 'phone-week-3gb' }), {});
    });
    const bought = await world.glanceLine(lineId);
    expect([bought.burn, bought.alerts.map(({ kind }) => kind)]).toEqual([undefined, []]);
    await lines.drain('phone', 0);
    for (let n = 0; n < 4; n++) await later(world, lineId, () => use(5));
    expect(titles(world).filter((title) => title === burnTitle)).toHaveLength(2);
    expect(world.notices.at(-1)?.message).toContain('was used up by');
  });

  it.each([
    ['calls while the bundle still stands', (world: World) => callsAround(world)],
    ['a single fee', (world: World) => world.sandbox.control.lines.charge('phone', 2500)],
  ])('says nothing of %s', async (_, act) => {
    const { world, lineId } = await aPhone();
    await world.sandbox.control.lines.setBucket('phone', 'phone-month', {
      validUntil: '2026-03-30T00:00:00Z',
    });
    await later(world, lineId, () => act(world));
    await later(world, lineId);
    await later(world, lineId);
    expect(titles(world)).not.toContain(burnTitle);
    expect((await world.glanceLine(lineId)).credit?.amount).toBeLessThan(8650);
  });

  it('F08: says nothing while the carrier cannot be read, and speaks up when it can', async () => {
    const { world, lineId, use } = await aPhone();
    await later(world, lineId);
    await later(world, lineId, () => use(5));
    const { faults } = world.sandbox.control;
    await faults.add({ path: '/v1/lines/phone/balance', fault: { kind: 'status', status: 503 } });
    await later(world, lineId, () => use(5));
    await later(world, lineId, () => use(5));
    expect(titles(world)).not.toContain(burnTitle);
    await faults.clear();
    await world.pass(4 * HOUR);
    await pollDue(world.deps);
    expect(titles(world)).toContain(burnTitle);
  });
});

async function callsAround(world: World): Promise<void> {
  const { lines } = world.sandbox.control;
  await lines.set('phone', { rates: { voice: 30 } });
  await lines.use('phone', 'voice', 240);
}

describe('minutes and messages', () => {
  it('are warned of at the thresholds of the line, and once when they are used up', async () => {
    const world = await startWorld();
    const { control } = world.sandbox;
    await control.speed(0);
    const lineId = await world.addLine('calling', { kind: 'calling', name: 'Card' });
    const thresholds = { lowBytes: null, criticalBytes: null, lowCredit: null, lowVoice: 3600, lowSms: 50 };
    await world.command['edit-line']({ lineId, edit: { thresholds } });
    expect((await world.deps.store.line(lineId))?.thresholds).toEqual(thresholds);
    await later(world, lineId, () => control.lines.use('calling', 'voice', 13_020 - 3600));
    expect(titles(world)).toEqual(['Card: 60 min of calls left']);
    await later(world, lineId, () => control.lines.use('calling', 'sms', 40));
    await later(world, lineId, () => control.lines.use('calling', 'voice', 3600));
    await later(world, lineId);
    expect(titles(world).slice(1)).toEqual(['Card: 43 messages left', 'Card: call minutes used up']);
    expect((await world.glanceLine(lineId)).alerts.map(({ kind }) => kind)).toEqual([
      'sms-low',
      'voice-used-up',
    ]);
  });
});

describe('a line that goes on slowly', () => {
  it('says so, with its speed, and not that nothing is left', async () => {
    const world = await startWorld();
    const { control } = world.sandbox;
    await control.speed(0);
    for (const id of ['card-day', 'card-day-next']) await control.lines.removeBucket('data-card', id);
    const lineId = await world.addLine('data-card', { kind: 'data-card', name: 'Wi-Fi' });
    await later(world, lineId, () => control.lines.drain('data-card', 0));
    expect(world.notices).toMatchObject([
      {
        title: 'Wi-Fi: slow now',
        message: 'The data at full speed is used up; it goes on at 1 Mb/s.',
      },
    ]);
    expect(world.badge()).toMatchObject({ slow: true });
    expect(world.tooltip()).toBe('Wi-Fi: slow, 1 Mb/s');
  });
});
