import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Failure } from '../../utils/domain/failure.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import { createReader, openOffscreen } from '../../utils/platform/reader.ts';
import { listenToTasks } from '../../utils/platform/reader-page.ts';
import type { ReaderTask } from '../../utils/providers/reader-contract.ts';
import { reading } from '../../utils/providers/standards/normalise.ts';
import { readerHere } from '../support/reader.ts';

type Listener = (message: unknown, sender: object, reply: (told: unknown) => void) => unknown;
type Read = (task: ReaderTask) => Promise<Reading>;

const AT = { now: '2026-11-21T09:30:00Z', zone: 'UTC' };
const OPEN = 'open /reader.html DOM_PARSER';

const BACKGROUND = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/background.js' };

/** A message is JSON, in which what is undefined is left out. */
const sent = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** Chromium's side, with what happens to it in order. `read` is what its page reads. */
function chromium(read: Read) {
  const seen: string[] = [];
  const listeners: Listener[] = [];
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
  Object.assign(fakeBrowser.runtime.onMessage, {
    addListener: (listener: Listener) => listeners.push(listener),
  });
  Object.assign(fakeBrowser.runtime, {
    getURL: (path: string) => `chrome-extension://test-extension-id${path}`,
    getContexts: async () => (open ? [{}] : []),
    sendMessage: (message: unknown) => {
      if (!open) return Promise.reject(new Error('Could not establish connection'));
      seen.push('read');
      return new Promise((done) => {
        for (const listener of listeners) listener(sent(message), BACKGROUND, (told) => done(sent(told)));
      });
    },
  });
  listenToTasks(read);
  return { seen, listeners, leaveOpen: () => offscreen.createDocument({ url: 'left', reasons: [] }) };
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

const task = (answer: unknown, at = '/left'): ReaderTask => ({
  reads: 'mapping',
  mapping: JSON.stringify({ v: 1, buckets: [{ remaining: { at } }] }),
  answer,
});
const read = (asked: ReaderTask) => createReader(locks(), openOffscreen)(asked, AT);

describe('the page that nobody sees', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is opened for one answer, reads it, and is closed after it', async () => {
    const { seen } = chromium(readerHere(AT));
    expect(await read(task({ left: 5 }))).toMatchObject({ buckets: [{ remaining: 5 }] });
    expect(await read(task({ a: [{ b: 7 }] }, 'max(a[*].b)'))).toMatchObject({ buckets: [{ remaining: 7 }] });
    expect(seen).toEqual([OPEN, 'read', 'close', OPEN, 'read', 'close']);
  });

  it('serves two answers that come at once one after the other', async () => {
    const { seen } = chromium(async () => reading({}));
    const both = createReader(locks(), openOffscreen);
    await Promise.all([both(task(1), AT), both(task(2), AT)]);
    expect(seen).toEqual([OPEN, 'read', 'close', OPEN, 'read', 'close']);
  });

  it('is opened anew where a background that was stopped left one behind', async () => {
    const { seen, leaveOpen } = chromium(async () => reading({}));
    await leaveOpen();
    await read(task(1));
    expect(seen.slice(1)).toEqual(['close', OPEN, 'read', 'close']);
  });

  it('tells a failure as what it is, and a defect of ours by its name alone', async () => {
    chromium(readerHere(AT));
    await expect(read(task({ right: 5 }))).rejects.toMatchObject({
      kind: 'unreadable',
      detail: 'the mapping finds nothing',
    });
    await expect(read(task({ left: 5 }, '[@,@][]'))).rejects.toMatchObject({ kind: 'unreadable' });
    chromium(() => Promise.reject(new TypeError('secret of the answer')));
    const defect = await read(task(1)).catch((error: unknown) => error);
    expect(defect).toMatchObject({ kind: 'unreadable', detail: 'defect in the reader: TypeError' });
  });

  it.each([
    ['a reading of another shape', { reading: { buckets: 'many' }, failure: null }],
    ['a failure that there is not', { reading: null, failure: { kind: 'new', detail: '' } }],
    ['neither', { reading: null, failure: null }],
    ['nothing', undefined],
  ])('is not believed where it tells %s: the poll ends as unreadable', async (_what, told) => {
    const { seen } = chromium(async () => reading({}));
    Object.assign(fakeBrowser.runtime, { sendMessage: async () => told });
    const failure = await read(task(1)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ kind: 'unreadable' });
    expect(seen.at(-1)).toBe('close');
  });

  it('is closed where it does not answer, and the poll ends as out of time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { seen } = chromium(() => new Promise<never>(() => undefined));
    const failed = read(task(1)).catch((error: unknown) => error);
    await vi.waitFor(() => expect(seen).toContain('read'));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await failed).toMatchObject({ kind: 'timeout' });
    expect(seen.at(-1)).toBe('close');
  });

  /** How many of the messages are read that come from `sender`. */
  function heard(messages: readonly unknown[], sender: object): number {
    let asked = 0;
    const { listeners } = chromium(async () => {
      asked += 1;
      return reading({});
    });
    for (const message of messages)
      for (const listener of listeners) listener(message, sender, () => undefined);
    return asked;
  }

  it('G12: hears what it is asked to read, and nothing of another shape', () => {
    const whole = { type: 'read', task: task(1), at: AT };
    const others = [
      { type: 'glance-changed' },
      null,
      'x',
      { type: 'read' },
      { ...whole, at: { now: AT.now } },
      { ...whole, task: { reads: 'everything', answer: 1 } },
      { ...whole, task: { reads: 'mapping', mapping: { v: 1 }, answer: 1 } },
      { ...whole, task: { reads: 'preset', preset: 'hologram', answer: 1 } },
      { ...whole, task: { reads: 'lyca', html: '', site: '', number: '', ofAnother: 'new' } },
    ];
    expect(heard([...others, whole], BACKGROUND)).toBe(1);
  });

  it.each([
    ['our background', BACKGROUND, 1],
    ['somebody of ours without an address', { id: BACKGROUND.id }, 0],
    ['another extension', { id: 'foreign', url: 'chrome-extension://foreign/background.js' }, 0],
    ['a script of ours in a page of the web', { id: BACKGROUND.id, url: 'https://evil.example/' }, 0],
    [
      'an origin that looks like ours',
      { id: BACKGROUND.id, url: `${BACKGROUND.url.slice(0, -14)}.example/` },
      0,
    ],
    ['nobody', {}, 0],
  ])('G12: is asked by %s', (_who, sender, times) => {
    expect(heard([{ type: 'read', task: task(1), at: AT }], sender)).toBe(times);
  });
});
