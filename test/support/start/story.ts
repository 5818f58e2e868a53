import { goToPayment, pay } from '../extension/checkout.ts';
import { command, lineNow } from '../extension/commands.ts';
import { beginAdding, connectByToken, finishAdding, LINE_NAMES } from '../extension/person.ts';
import type { Scene } from '../extension/scene.ts';
import { HOURS, pass, untilRung } from '../extension/time.ts';
import { until } from '../until.ts';
import type { Done } from './steps.ts';

/* The steps of the story that `npm start -- --once` tells: each does what a person or the carrier does. */

const LINE = 'esim';
const LOW = 300_000_000;

export interface Standing {
  badge: string;
  /** bytes */
  remaining: number;
}

/** Adds a line through the options page. Answers its id. */
export async function connectLine(scene: Scene): Promise<Done<string>> {
  const page = await beginAdding(scene);
  await connectByToken(scene, page, scene.sandbox.demo.token);
  await finishAdding(page, LINE);
  await page.close();
  const [line] = (await command(scene.desk, 'state', {})).lines;
  if (!line) throw new Error('the line is not among the lines');
  return { words: `${line.name} by a token, may ask ${line.origins.join(', ')}`, value: line.id };
}

/** The figure of the line, once the badge shows one as well. */
export async function standing({ browser }: Scene, id: string): Promise<Done<Standing>> {
  const { text } = await until('a figure in the badge', async () => {
    const badge = await browser.badge();
    return /\d/.test(badge.text) ? badge : null;
  });
  const { headline } = await lineNow(browser, id);
  if (headline.kind !== 'data') throw new Error(`the line tells "${headline.kind}" and no figure`);
  const value = { badge: text, remaining: headline.remaining };
  return { words: `${value.remaining} bytes left, badge ${value.badge}`, value };
}

/** The carrier meters heavy use, hours pass, the line is asked again. */
export async function runLow(scene: Scene, id: string): Promise<Done<Standing>> {
  const { browser, sandbox } = scene;
  await sandbox.control.lines.drain(LINE, LOW);
  await pass(scene, 2 * HOURS);
  await untilRung(scene, 'the line is low', async () => (await lineNow(browser, id)).state === 'low');
  const [shown] = await until('a notification', async () => {
    const all = await browser.notifications();
    return all.length > 0 ? all : null;
  });
  const { words, value } = await standing(scene, id);
  return { words: `${words}, notification "${shown?.title}"`, value };
}

/** Pays on the hosted page. Answers when that was, on the clock of `performance`. */
export async function payForData(scene: Scene): Promise<Done<number>> {
  const checkout = await goToPayment(scene, await scene.browser.openPopup(), /^Traveller 5 GB/);
  const { host } = new URL(await checkout.url());
  await pay(checkout, { method: /^WeChat Pay/ });
  await checkout.see('Paid and credited');
  return { words: `for ${LINE_NAMES[LINE]} at ${host}, paid by WeChat Pay`, value: performance.now() };
}

/** Waits as a person does, with a page of the extension open. Answers seconds since the payment. */
export async function waitForCredit(scene: Scene, id: string, paidAt: number): Promise<Done<number>> {
  const page = await scene.browser.openPage(`popup.html?line=${id}`);
  const isCredited = async () => (await lineNow(scene.browser, id)).topUp?.state === 'credited';
  await until('the top-up is credited', isCredited, 120_000);
  const seconds = Math.round((performance.now() - paidAt) / 100) / 10;
  await page.close();
  return { words: `the account API confirms it ${seconds} s after the payment`, value: seconds };
}

export async function receipt({ desk }: Scene): Promise<Done<string>> {
  const [first] = await command(desk, 'receipts', { lineId: null });
  if (!first?.receiptNumber) throw new Error('there is no receipt');
  return { words: `${first.receiptNumber}, ${first.state}`, value: first.receiptNumber };
}
