import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToMessages } from '../../utils/platform/messages.ts';

type Listener = (message: unknown, sender: object, reply: (told: unknown) => void) => unknown;

const ID = 'test-extension-id';
const ORIGIN = `chrome-extension://${ID}`;
const ASKED = { v: 1, name: 'state', input: {} };

/** What is served, and what is answered, of a message that comes from `sender`. */
async function served(message: unknown, sender: object) {
  const listeners: Listener[] = [];
  Object.assign(fakeBrowser.runtime.onMessage, {
    addListener: (listener: Listener) => listeners.push(listener),
  });
  Object.assign(fakeBrowser.runtime, { id: ID, getURL: (path: string) => ORIGIN + path });
  const serve = vi.fn(async () => 'answer');
  const reply = vi.fn();
  listenToMessages(serve);
  const waits = listeners.map((listener) => listener(message, sender, reply));
  await Promise.resolve().then(() => undefined);
  return { serve: serve.mock.calls, waits, replies: reply.mock.calls };
}

const NOTHING = { serve: [], waits: [undefined], replies: [] };

describe('a message to the background', () => {
  beforeEach(() => fakeBrowser.reset());

  it('of one of our pages is served and answered', async () => {
    expect(await served(ASKED, { id: ID, url: `${ORIGIN}/options.html#lines` })).toEqual({
      serve: [[ASKED]],
      waits: [true],
      replies: [['answer']],
    });
  });

  it.each([
    ['another extension', { id: 'foreign', url: 'chrome-extension://foreign/popup.html' }],
    ['another extension that says that it is our page', { id: 'foreign', url: `${ORIGIN}/popup.html` }],
    ['a page of the web', { id: ID, url: 'https://evil.example/options.html' }],
    ['a page of the web that names us', { id: ID, url: `https://evil.example/${ORIGIN}/` }],
    ['an origin that begins like ours', { id: ID, url: `${ORIGIN}.evil.example/popup.html` }],
    ['an origin whose user looks like us', { id: ID, url: `${ORIGIN}@evil.example/` }],
    ['nowhere', { id: ID }],
    ['nobody', { url: `${ORIGIN}/popup.html` }],
  ])('G12: of %s is not served', async (_who, sender) => {
    expect(await served(ASKED, sender)).toEqual(NOTHING);
  });

  it.each([null, undefined, 'state', 7, {}, { type: 'glance-changed' }])(
    'G12: that is %j is none of ours, and not served',
    async (message) => {
      expect(await served(message, { id: ID, url: `${ORIGIN}/popup.html` })).toEqual(NOTHING);
    },
  );
});
