import { browser } from 'wxt/browser';

/*
 * Stands in for utils/platform/clock.ts in the end-to-end build only: the real clock plus an offset that a test
 * sets with `simulateTime` in any context of the extension and that all contexts share.
 */

const KEY = 'simulated-clock-offset';
let offset = 0;

const number = (value: unknown) => (typeof value === 'number' ? value : 0);

browser.storage.local.onChanged.addListener((changes) => {
  if (changes[KEY]) offset = number(changes[KEY].newValue);
});

export const clock = {
  ready: browser.storage.local.get(KEY).then((stored) => {
    offset = number(stored[KEY]);
  }),
  now: (): number => Date.now() + offset,
  ofBrowser: (): number => Date.now(),
};

/** Sets the extension's clock; it goes on running from there. */
async function simulateTime(instant: string): Promise<void> {
  offset = Date.parse(instant) - Date.now();
  await browser.storage.local.set({ [KEY]: offset });
}

Object.assign(globalThis, { simulateTime });
