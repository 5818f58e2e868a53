import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createOffscreenFinder } from '../../utils/platform/offscreen.ts';
import { listenToTasks } from '../../utils/platform/offscreen-page.ts';
import type { PagePiece } from '../../utils/providers/contract.ts';

/** Chromium's side, with what happens to it in order. Its documents answer with the pieces of `answer`. */
function chromium(answer: (html: string) => PagePiece[] | null | Promise<never>) {
  const seen: string[] = [];
  let open = false;
  const offscreen = {
    createDocument: async ({ url, reasons }: { url: string; reasons: string[] }) => {
      if (open) throw new Error('Only a single offscreen document may be created.');
      open = true;
      seen.push(`open ${url} ${reasons}`);
    },
    closeDocument: async () => {
      open = false;
      seen.push('close');
    },
  };
  Object.assign(fakeBrowser, { offscreen });
  Object.assign(fakeBrowser.runtime, {
    getContexts: async () => (open ? [{}] : []),
    sendMessage: async (task: { type: string; html: string }) => {
      if (!open) throw new Error('Could not establish connection');
      seen.push(`${task.type} ${task.html}`);
      return answer(task.html);
    },
  });
  return { seen, leaveOpen: () => offscreen.createDocument({ url: 'left', reasons: [] }) };
}

/** One after the other, as the browser's locks. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    exclusive: <T>(_name: string, work: () => Promise<T>): Promise<T> => {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

const OPEN = 'open /offscreen.html DOM_PARSER';
const pieces = (text: string): PagePiece[] => [{ is: 'title', text }];

describe('the document that nobody sees', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is opened for one parse and closed after it', async () => {
    const { seen } = chromium(pieces);
    expect(await createOffscreenFinder(locks())('a', { title: 'title' })).toEqual(pieces('a'));
    expect(seen).toEqual([OPEN, 'parse-html a', 'close']);
  });

  it('serves two parses that come at once one after the other', async () => {
    const { seen } = chromium(pieces);
    const find = createOffscreenFinder(locks());
    expect(await Promise.all([find('a', {}), find('b', {})])).toEqual([pieces('a'), pieces('b')]);
    expect(seen).toEqual([OPEN, 'parse-html a', 'close', OPEN, 'parse-html b', 'close']);
  });

  it('is opened anew where a background that was stopped left one behind', async () => {
    const { seen, leaveOpen } = chromium(pieces);
    await leaveOpen();
    await createOffscreenFinder(locks())('a', {});
    expect(seen.slice(1)).toEqual(['close', OPEN, 'parse-html a', 'close']);
  });

  it('is closed where it does not answer, and the parse ends as out of time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { seen } = chromium(() => new Promise<never>(() => undefined));
    const found = createOffscreenFinder(locks())('a', {}).catch((error: unknown) => error);
    await vi.waitFor(() => expect(seen).toContain('parse-html a'));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await found).toMatchObject({ kind: 'timeout' });
    expect(seen.at(-1)).toBe('close');
  });

  it('answers what it is asked to parse, and nothing else', () => {
    const listeners: ((message: unknown, sender: object, reply: (answer: unknown) => void) => unknown)[] = [];
    Object.assign(fakeBrowser.runtime.onMessage, {
      addListener: (listener: never) => listeners.push(listener),
    });
    listenToTasks((html) => pieces(html));
    const answers: unknown[] = [];
    for (const message of [
      { type: 'parse-html', html: 'a', wanted: {} },
      { type: 'glance-changed' },
      null,
      'x',
    ])
      for (const listener of listeners) listener(message, {}, (answer) => answers.push(answer));
    expect(answers).toEqual([pieces('a')]);
  });
});
