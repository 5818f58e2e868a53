import { expect } from 'vitest';
import type { LineId } from '../../sandbox/vocabulary.ts';
import { type Day, wordsOf } from '../months/days.ts';
import { until } from '../until.ts';
import { goToPayment, pay, payByKeyboard } from './checkout.ts';
import { command, lineNow } from './commands.ts';
import { beginAdding, connectByToken, finishAdding, LINE_NAMES } from './person.ts';
import { popupAt } from './popup.ts';
import { startAgain } from './restart.ts';
import type { Scene } from './scene.ts';
import { DAYS, MINUTES, pass, passAndPoll, untilRung } from './time.ts';
import { heldLocks, pollsOf } from './watch.ts';

/** Adds a line by its forms, as a person does. Answers its id. */
export async function addByHand(scene: Scene, line: LineId): Promise<string> {
  const page = await beginAdding(scene);
  await connectByToken(scene, page, scene.sandbox.demo.token);
  await finishAdding(page, line);
  await page.close();
  const { lines } = await command(scene.desk, 'state', {});
  const id = lines.find(({ name }) => name === LINE_NAMES[line])?.id;
  if (!id) throw new Error(`${line} is not among the lines`);
  return id;
}

/** Lives through the days of a line that was just added, and looks at each that nothing else was told. */
export async function liveThrough(
  scene: Scene,
  line: LineId,
  id: string,
  days: readonly Day[],
): Promise<void> {
  const told: string[] = [];
  let before = (await scene.browser.notifications()).length;
  await scene.sandbox.control.clearLog();
  let today = 0;
  for (const day of days) {
    await day.when?.(scene.sandbox.control);
    if (day.restart) {
      await startAgain(scene);
      before = -told.length;
    }
    await atRest(scene);
    await passAndPoll(scene, Math.round((day.day - today) * DAYS), id);
    today = day.day;
    if (day.buys) await buy(scene, id, day.buys);
    told.push(...(day.told ?? []));
    const came = async () => (await scene.browser.notifications()).slice(Math.max(0, before)).map(wordsOf);
    const expected = before < 0 ? told.slice(-before) : told;
    await until(`what is told by day ${today}`, async () => (await came()).length >= expected.length || null);
    expect(await came(), `day ${today}`).toEqual(expected);
    await lookAt(scene, id, day);
  }
  askedAsSeldom(scene, line, days);
}

/** An alarm that rings while the one before is still at work does nothing. */
async function atRest({ desk }: Scene): Promise<void> {
  await until('a background at rest', async () => (await heldLocks(desk)).length === 0 || null);
}

/** By the carrier's own log: one question a day, a few more for what was bought, and nothing that was refused. */
function askedAsSeldom(scene: Scene, line: LineId, days: readonly Day[]): void {
  const polls = pollsOf(scene, line).length;
  const bought = days.filter(({ buys }) => buys).length;
  expect(polls).toBeGreaterThanOrEqual(days.length);
  expect(polls).toBeLessThanOrEqual(days.length + 4 * bought);
  expect(scene.sandbox.log().filter(({ status }) => status !== null && status >= 400)).toEqual([]);
}

async function buy(scene: Scene, id: string, { offer, by }: NonNullable<Day['buys']>): Promise<void> {
  const popup = await popupAt(scene, id);
  const page = await goToPayment(scene, popup, offer);
  if (by === 'keyboard') await payByKeyboard(page);
  else await pay(page, { method: /^Alipay/ });
  await page.see('Paid and credited');
  await pass(scene, MINUTES);
  await untilRung(scene, 'a top-up that is credited', async () => {
    return (await lineNow(scene.browser, id)).topUp?.state === 'credited' || null;
  });
  await page.close();
  await popup.close();
}

async function lookAt(scene: Scene, id: string, { says = [], badge }: Day): Promise<void> {
  if (badge !== undefined)
    await until(`the badge ${badge}`, async () => (await scene.browser.badge()).text === badge || null);
  if (says.length === 0) return;
  const popup = await popupAt(scene, id);
  for (const words of says) await popup.see(words);
  await popup.close();
}
