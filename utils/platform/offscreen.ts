import { browser } from 'wxt/browser';
import { withDeadline } from './deadline.ts';
import type { FindPieces } from './html.ts';
import type { WebLocks } from './locks.ts';
import type { Answer, Task } from './offscreen-page.ts';

/*
 * Chromium's background has no parser for pages, so a document that nobody sees is opened for each parse, and closed
 * after it. The browser allows one at a time.
 */

const PAGE = '/offscreen.html';
const LONGEST_PARSE_MS = 10_000;

/** Throws Failure `timeout` where the document does not answer. */
export function createOffscreenFinder(locks: Pick<WebLocks, 'exclusive'>): FindPieces {
  return (html, wanted) =>
    locks.exclusive('offscreen', async () => {
      // A background that was stopped leaves its document behind.
      await closeDocument();
      await browser.offscreen.createDocument({
        url: PAGE,
        reasons: ['DOM_PARSER'],
        justification: 'The figures of an account stand on a web page only.',
      });
      try {
        const task: Task = { type: 'parse-html', html, wanted };
        return await withDeadline(LONGEST_PARSE_MS, () => browser.runtime.sendMessage<Task, Answer>(task));
      } finally {
        await closeDocument();
      }
    });
}

async function closeDocument(): Promise<void> {
  const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open.length > 0) await browser.offscreen.closeDocument();
}
