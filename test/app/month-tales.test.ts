import { expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { DAY, MINUTE } from '../../utils/domain/instant.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { LINE_NAMES } from '../support/extension/person.ts';
import { wordsOf } from '../support/months/days.ts';
import { TALES } from '../support/months/tales.ts';

async function buy(world: World, lineId: string, wanted: RegExp): Promise<void> {
  const { control } = world.sandbox;
  const { offers } = await world.command.offers({ lineId });
  const offer = offers.find(({ name }) => wanted.test(name));
  await world.command['open-top-up']({ lineId, order: { offerId: offer?.id ?? '' } });
  const open = (await control.checkouts.list()).find(({ status }) => status === 'open');
  await control.checkouts.pay(open?.id ?? '', { outcome: 'succeed' });
  await world.pass(MINUTE);
  await pollDue(world.deps);
}

it.each(TALES)('F06: $line: a month with every notification, in order and once', async ({ line, days }) => {
  const first = await startWorld();
  const id = await first.addLine(line, { kind: line, name: LINE_NAMES[line] });
  const told: string[] = [];
  let world = first;
  let today = 0;
  for (const { day, when, buys, restart, told: more = [], badge } of days) {
    await when?.(world.sandbox.control);
    if (restart) world = await world.restart('browser');
    await world.pass(Math.round((day - today) * DAY));
    today = day;
    await pollDue(world.deps);
    if (buys) await buy(world, id, buys.offer);
    told.push(...more);
    expect(world.notices.map(wordsOf), `day ${day}`).toEqual(told);
    if (badge !== undefined) expect(world.badge().text, `day ${day}`).toBe(badge);
  }
});
