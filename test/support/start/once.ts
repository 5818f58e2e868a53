import { openScene } from '../extension/scene.ts';
import { interrupted } from './interrupted.ts';
import type { StartOptions } from './options.ts';
import type { Tell } from './steps.ts';
import { connectLine, payForData, receipt, runLow, standing, waitForCredit } from './story.ts';

/** What the story came to; the last line of `npm start -- --once`. */
export interface Figures {
  browser: string;
  /** first, low, after the top-up */
  badge: string[];
  /** bytes: first, low, after the top-up */
  remaining: number[];
  notifications: string[];
  secondsUntilCredited: number;
  receipt: string;
}

/** Connect, poll, run low, top up on the hosted page, be credited, hold the receipt. */
export async function once({ browser, headed }: StartOptions, tell: Tell): Promise<Figures> {
  const stop = interrupted();
  const scene = await tell('carrier', async () => {
    const value = await openScene(browser, { mode: 'e2e', headed });
    return { words: `${value.sandbox.url}, asked by the extension in ${browser}`, value };
  });
  const given = stop.then(() => Promise.reject(new Error('interrupted')));
  try {
    return await Promise.race([given, story()]);
  } finally {
    await scene.close();
  }

  async function story(): Promise<Figures> {
    const id = await tell('connect', () => connectLine(scene));
    const first = await tell('poll', () => standing(scene, id));
    const low = await tell('drain', () => runLow(scene, id));
    const paidAt = await tell('top up', () => payForData(scene));
    const seconds = await tell('credited', () => waitForCredit(scene, id, paidAt));
    const after = await tell('glance', () => standing(scene, id));
    const number = await tell('receipt', () => receipt(scene));
    return {
      browser,
      badge: [first, low, after].map((each) => each.badge),
      remaining: [first, low, after].map((each) => each.remaining),
      notifications: (await scene.browser.notifications()).map(({ title }) => title),
      secondsUntilCredited: seconds,
      receipt: number,
    };
  }
}
