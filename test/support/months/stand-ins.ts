import type { Deps } from '../../../utils/app/deps.ts';
import type { HttpHost } from '../../../utils/app/ports.ts';
import { createWords } from '../../../utils/domain/words.ts';
import type { MonthCarrier } from './carrier.ts';

/** Every sentence is its key and what is filled in: `notifyLowTitle|Phone|300 MB`. */
const WORDS = createWords('en', (key, subs) => [key, ...subs].join('|'));

/** The carrier's answers as they come through the host. */
export function hostOf(carrier: MonthCarrier, now: () => number): HttpHost {
  return {
    run: () => ({
      http: {
        async request({ url, method = 'GET' }) {
          const body = carrier.reply(new URL(url).pathname, method, now());
          const json = () => body;
          const failure = () => new Error() as never;
          const none = () => null;
          return { status: 200, header: none, freshUntil: none, text: () => '', json, failure };
        },
      },
      etags: () => ({}),
      freshUntil: () => null,
      clockSkew: () => null,
    }),
  };
}

type Given = 'clock' | 'random' | 'zone' | 'store' | 'settings' | 'http' | 'newId' | 'notify' | 'drawToolbar';

/** Everything that a background needs besides what a month is about. */
export function standIns(session: Map<string, unknown>, zone: string): Omit<Deps, Given> {
  return {
    words: WORDS,
    version: '0.0.0',
    secrets: {
      get: async () => ({ values: { token: 't' }, oauth: null }),
      put: async () => {},
      has: async () => true,
      remove: async () => {},
      removeAll: async () => {},
      state: async () => 'plain',
      setPassphrase: async () => {},
      unlock: async () => true,
      lock: async () => {},
    },
    tokens: { accessToken: async () => null, refreshAfter401: async () => null },
    locks: queues(),
    context: (_lineId, client, now) => ({
      http: client,
      now,
      zone,
      readApart: () => Promise.reject(new Error('no page reads here')),
      memory: { get: async () => null, set: async () => {} },
    }),
    session: {
      get: async (key) => session.get(key),
      set: async (key, value) => void session.set(key, value),
      remove: async (key) => void session.delete(key),
      removeAll: async () => session.clear(),
      forgetLine: async () => {},
    },
    clearNotifications: async () => {},
    announceGlance: async () => {},
    openTab: async () => {},
    hasAccess: async () => true,
    releaseOrigins: async () => {},
    keepReferers: async () => {},
    wakeAfter: async () => {},
    pageOpen: () => false,
  };
}

/** Locks of one background: one queue for each name. */
function queues(): Deps['locks'] {
  const tails = new Map<string, Promise<unknown>>();
  const exclusive = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const done = (tails.get(name) ?? Promise.resolve()).then(work, work);
    tails.set(name, done);
    try {
      return await done;
    } finally {
      if (tails.get(name) === done) tails.delete(name);
    }
  };
  return {
    exclusive,
    ifFree: async (name, work) => (tails.has(name) ? null : exclusive(name, work)),
    isHeld: async (name) => tails.has(name),
  };
}
