/* The browser around it is changed for good, so that this file must have a thread of its own, as the long ones have. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background/index.ts';
import { HOUR } from '../../utils/domain/instant.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import { newProfile } from '../support/stored.ts';

type Listener = (...args: unknown[]) => unknown;

const ID = 'test-extension-id';
/** It only ends what would never end. */
const SLOWLY = { timeout: 60_000 };

const PAGE = { id: ID, url: `chrome-extension://${ID}/options.html` };

/** An event of the browser that a test may fire. */
function event() {
  const heard: Listener[] = [];
  return {
    addListener: (listener: Listener) => heard.push(listener),
    fire: (...args: unknown[]) => heard.map((hear) => hear(...args)),
  };
}

/** The ring of the toolbar is drawn on nothing. */
class NoCanvas {
  getContext() {
    return new Proxy({}, { get: () => () => ({}), set: () => true });
  }
}

/** The browser around the real background; what it does not need does nothing. */
function startBackground() {
  const events = {
    alarm: event(),
    message: event(),
    click: event(),
    button: event(),
    added: event(),
    removed: event(),
    menu: event(),
    installed: event(),
    startup: event(),
  };
  const nothing = async () => undefined;
  Object.assign(fakeBrowser, {
    contextMenus: { onClicked: events.menu, removeAll: nothing, create: () => undefined },
    permissions: {
      onAdded: events.added,
      onRemoved: events.removed,
      contains: async () => true,
      remove: nothing,
    },
    action: {
      setBadgeText: nothing,
      setBadgeBackgroundColor: nothing,
      setBadgeTextColor: nothing,
      setIcon: nothing,
      setTitle: nothing,
    },
    declarativeNetRequest: { getSessionRules: async () => [], updateSessionRules: nothing },
    i18n: { getMessage: () => 'en', getUILanguage: () => 'en' },
  });
  Object.assign(fakeBrowser.alarms.onAlarm, events.alarm);
  Object.assign(fakeBrowser.notifications.onClicked, events.click);
  Object.assign(fakeBrowser.notifications, { onButtonClicked: events.button });
  Object.assign(fakeBrowser.runtime.onMessage, events.message);
  Object.assign(fakeBrowser.runtime.onInstalled, events.installed);
  Object.assign(fakeBrowser.runtime.onStartup, events.startup);
  Object.assign(fakeBrowser.runtime, {
    id: ID,
    getURL: (path: string) => `chrome-extension://${ID}${path}`,
    getManifest: () => ({ version: '1.2.3' }),
    sendMessage: nothing,
  });
  vi.stubGlobal('ononline', null);
  const network = new EventTarget();
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
  vi.stubGlobal('OffscreenCanvas', NoCanvas);
  background.main();
  const ask = (name: string, input: unknown) =>
    new Promise<{ ok: boolean; value?: unknown }>((done) => {
      events.message.fire({ v: MESSAGE_VERSION, name, input }, PAGE, done);
    });
  const ring = () => events.alarm.fire({ name: 'heartbeat' });
  return { events, network, ask, ring };
}

const diagnosticsOf = async ({ ask }: ReturnType<typeof startBackground>) =>
  JSON.parse(String((await ask('diagnostics', { environment: {} })).value));

const rejected: unknown[] = [];
const note = (error: unknown) => void rejected.push(error);

beforeEach(() => {
  fakeBrowser.reset();
  newProfile();
  rejected.length = 0;
  process.on('unhandledRejection', note);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T10:00:00Z') });
});
afterEach(() => {
  process.off('unhandledRejection', note);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const broken = () => {
  throw new DOMException('what the carrier said', 'UnknownError');
};

/** What the browser gives fails from now on; answers how to mend it. `remembers`: the session storage does not. */
function breakBrowser(remembers: boolean): () => void {
  const { storage, notifications, tabs, alarms } = fakeBrowser;
  const failing = async () => broken();
  const spies = [
    vi.spyOn(navigator.locks, 'request').mockImplementation(failing),
    vi.spyOn(storage.local, 'get').mockImplementation(failing),
    vi.spyOn(storage.local, 'set').mockImplementation(failing),
    vi.spyOn(notifications, 'clear').mockImplementation(failing),
    vi.spyOn(tabs, 'create').mockImplementation(failing),
    vi.spyOn(alarms, 'get').mockImplementation(failing),
    vi.spyOn(fakeBrowser.contextMenus, 'removeAll').mockImplementation(failing),
    ...(remembers ? [] : [vi.spyOn(storage.session, 'get').mockImplementation(failing)]),
    ...(remembers ? [] : [vi.spyOn(storage.session, 'set').mockImplementation(failing)]),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}

/** Every event that wakes the background, by name. */
const fires = ({
  events,
  network,
  ring,
}: ReturnType<typeof startBackground>): Record<string, () => unknown> => ({
  alarm: ring,
  'a click on a notification': () => events.click.fire('line:a:low'),
  'a button of one': () => events.button.fire('line:a:low', 0),
  'a permission given': () => events.added.fire({ origins: [] }),
  'a permission taken': () => events.removed.fire({ origins: [] }),
  'menu: refresh': () => events.menu.fire({ menuItemId: 'refresh' }),
  'menu: pause': () => events.menu.fire({ menuItemId: 'pause-alerts' }),
  'menu: options': () => events.menu.fire({ menuItemId: 'options' }),
  installed: () => events.installed.fire({ reason: 'install' }),
  startup: () => events.startup.fire(),
  network: () => network.dispatchEvent(new Event('online')),
});

it.each([
  ['is caught and kept by its name', true],
  ['is caught, even where nothing can be kept', false],
])('A24: what any listener runs into %s, and later alarms poll', async (_what, remembers) => {
  const here = startBackground();
  expect(await here.ask('add-demo', {})).toEqual({ ok: true, value: expect.anything() });
  const before = (await diagnosticsOf(here)).defects.length;
  vi.setSystemTime(Date.now() + HOUR);
  const brokenAt = Date.now();
  const mend = breakBrowser(remembers);
  const told = vi.mocked(console.error).mock.calls;
  for (const [name, fire] of Object.entries(fires(here))) {
    const known = told.length;
    fire();
    await vi.waitFor(() => expect([name, told.length > known]).toEqual([name, true]), SLOWLY);
  }
  expect((await here.ask('refresh', { lineId: null })).ok).toBe(false);
  await new Promise((done) => setTimeout(done, 50));
  mend();
  expect(rejected).toEqual([]);
  expect(JSON.stringify(told)).not.toContain('carrier said');

  const { defects } = await diagnosticsOf(here);
  if (remembers) expect(defects.length).toBeGreaterThan(before);
  if (remembers)
    expect(defects.at(-1)).toEqual({ at: expect.stringMatching(/^2026-03-02T11:0/), name: 'UnknownError' });
  // A start of the browser and polls that failed let the schedule wait: alarms ring until it no longer does.
  await vi.waitFor(async () => {
    vi.setSystemTime(Date.now() + HOUR);
    here.ring();
    const [line] = (await diagnosticsOf(here)).lines;
    expect(Date.parse(line?.lastSuccessAt)).toBeGreaterThan(brokenAt);
  }, SLOWLY);
  expect(rejected).toEqual([]);
});
