import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { FAILURE_KINDS, Failure } from '../domain/failure.ts';
import { type Reading, readingSchema } from '../domain/reading.ts';
import type { ReadAt, ReaderTask } from '../providers/reader-contract.ts';
import { withDeadline } from './deadline.ts';
import type { WebLocks } from './locks.ts';
import type { Asked } from './reader-page.ts';

/*
 * What needs a parser of pages, or a mapping, is read in a page that nobody sees: the background has no room for it,
 * and what may take long can be ended there. It is open for one answer only.
 */

const PAGE = '/reader.html';
const LONGEST_MS = 10_000;

const toldSchema = z.object({
  reading: z.nullable(readingSchema),
  failure: z.nullable(z.object({ kind: z.enum(FAILURE_KINDS), detail: z.string() })),
});
export type Told = z.infer<typeof toldSchema>;

/** Opens that page; answers how to close it. */
export type OpenPage = () => Promise<() => Promise<void>>;

/** What providers are given for such answers. The task must not outlive the poll: throws Failure `timeout`. */
export function createReader(
  locks: Pick<WebLocks, 'exclusive'>,
  open: OpenPage,
): (task: ReaderTask, at: ReadAt) => Promise<Reading> {
  return (task, at) =>
    // Chromium allows one such page at a time.
    locks.exclusive('reader', async () => {
      const close = await open();
      try {
        const asked: Asked = { type: 'read', task, at };
        return readingIn(await withDeadline(LONGEST_MS, () => browser.runtime.sendMessage(asked)));
      } finally {
        await close();
      }
    });
}

function readingIn(told: unknown): Reading {
  const { data } = z.safeParse(toldSchema, told);
  if (data?.reading) return data.reading;
  throw new Failure(data?.failure?.kind ?? 'unreadable', data?.failure?.detail ?? 'no word of the reader');
}

/** Chromium's background is no page and opens one beside it. */
export const openOffscreen: OpenPage = async () => {
  // A background that was stopped leaves its document behind.
  await closeOffscreen();
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['DOM_PARSER'],
    justification: 'The figures of an account are looked for in what its carrier answered.',
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
