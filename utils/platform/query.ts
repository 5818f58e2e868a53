import { browser } from 'wxt/browser';
import { Failure } from '../domain/failure.ts';
import type { ReadContext } from '../providers/contract.ts';
import { withDeadline } from './deadline.ts';
import type { WebLocks } from './locks.ts';
import type { Found, Query } from './query-page.ts';

/*
 * Expressions are evaluated in a page that nobody sees: the background has no room for their language, and what may
 * take long can be ended there. It is open for one answer only.
 */

const PAGE = '/expressions.html';
const LONGEST_MS = 10_000;

/** Opens that page; answers how to close it. */
export type OpenPage = () => Promise<() => Promise<void>>;

/** What providers are given for expressions. Throws Failure: `unreadable`, `timeout`. */
export function createQuery(locks: Pick<WebLocks, 'exclusive'>, open: OpenPage): ReadContext['query'] {
  return (answer, expressions) =>
    // Chromium allows one such page at a time, whatever it is for.
    locks.exclusive('offscreen', async () => {
      const close = await open();
      try {
        const query: Query = { type: 'query', answer, expressions };
        const found = await withDeadline(LONGEST_MS, () => browser.runtime.sendMessage<Query, Found>(query));
        if (!Array.isArray(found)) throw new Failure('unreadable', 'an expression that does not fit');
        // A message tells nothing as null.
        return found.map((value: unknown) => value ?? undefined);
      } finally {
        await close();
      }
    });
}

/** Chromium's background is no page and opens one beside it. */
export const openOffscreen: OpenPage = async () => {
  // A background that was stopped leaves its document behind.
  await closeOffscreen();
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['DOM_PARSER'],
    justification: 'A mapping of the person looks for figures in an answer.',
  });
  return closeOffscreen;
};

/** Firefox's background is a page itself and has a frame in it. */
export const openFrame: OpenPage = async () => {
  const frame = document.createElement('iframe');
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = PAGE;
  document.body.append(frame);
  await loaded;
  return async () => frame.remove();
};

async function closeOffscreen(): Promise<void> {
  const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open.length > 0) await browser.offscreen.closeDocument();
}
