import type { Deps, NoticeToShow } from '../../../utils/app/deps.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { pollDue } from '../../../utils/app/poll-due.ts';
import type { HttpHost } from '../../../utils/app/ports.ts';
import { start } from '../../../utils/app/start.ts';
import type { Badge } from '../../../utils/domain/glance.ts';
import { defaultSettings } from '../../../utils/domain/settings.ts';
import { createWords } from '../../../utils/domain/words.ts';
import { aLine } from '../records.ts';
import { seededRandom } from '../seeded-random.ts';
import { LINE, type MonthCarrier } from './carrier.ts';
import { type Disk, emptyDisk, memoryStore } from './store.ts';

export const LINE_ID = 'l1';
const WORDS = createWords('en', (key, subs) => [key, ...subs].join('|'));
const FOREVER = new Promise<never>(() => {});

/** A browser over a month: one disk, one carrier, and one background after the other. */
export interface MonthWorld {
  disk: Disk;
  now: number;
  /** since they were last taken */
  notices: NoticeToShow[];
  drawn: { badge: Badge; title: string } | null;
  /** Another background begins. `browser`: the session is gone as well. */
  restart(what: 'background' | 'browser'): Promise<void>;
  /** The alarm rings. `diesAfter`: so many writes later this background is no more. Answers whether it lived on. */
  ring(diesAfter: number | null): Promise<boolean>;
  topUp(): Promise<void>;
  /** The computer's zone (IANA), for every background that begins from now on. */
  travel(zone: string): void;
}

export async function monthWorld(carrier: MonthCarrier, begin: number, zone: string): Promise<MonthWorld> {
  const disk = emptyDisk();
  const random = seededRandom(11);
  let session = new Map<string, unknown>();
  let ids = 0;
  let here = zone;
  let life: ReturnType<typeof newLife>;
  const world: MonthWorld = {
    disk,
    now: begin,
    notices: [],
    drawn: null,
    async restart(what) {
      if (what === 'browser') session = new Map();
      life = newLife();
      await start(life.deps);
    },
    async ring(diesAfter) {
      life.diesAfter(diesAfter);
      const lived = await Promise.race([pollDue(life.deps).then(() => true), life.death]);
      life.diesAfter(null);
      return lived;
    },
    async topUp() {
      await createHandlers(life.deps)
        ['open-top-up']({ lineId: LINE_ID, order: { offerId: 'extra' } })
        .catch(() => undefined);
    },
    travel: (to) => {
      here = to;
    },
  };

  function newLife() {
    let left: number | null = null;
    const death = Promise.withResolvers<false>();
    const write = async () => {
      if (left === null) return;
      left -= 1;
      if (left >= 0) return;
      death.resolve(false);
      await FOREVER;
    };
    const diesAfter = (writes: number | null) => {
      if (left === null || left >= 0) left = writes;
    };
    return { deps: depsOf(memoryStore(disk, write)), death: death.promise, diesAfter };
  }

  const http: HttpHost = {
    run: () => ({
      http: {
        async request({ url, method = 'GET' }) {
          const body = carrier.reply(new URL(url).pathname, method, world.now);
          const json = () => body;
          return {
            status: 200,
            header: () => null,
            freshUntil: () => null,
            text: () => '',
            json,
            failure: () => new Error() as never,
          };
        },
      },
      etags: () => ({}),
      freshUntil: () => null,
      clockSkew: () => null,
    }),
  };

  function depsOf(store: Deps['store']): Deps {
    return {
      clock: { now: () => world.now },
      random,
      zone: here,
      words: WORDS,
      version: '0.0.0',
      store,
      settings: { get: async () => defaultSettings(0.5), put: async () => {} },
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
      http,
      context: (_lineId, client, now) => ({
        http: client,
        now,
        zone: here,
        readApart: () => Promise.reject(new Error('no page reads here')),
        memory: { get: async () => null, set: async () => {} },
      }),
      newId: () => `t${++ids}`,
      session: {
        get: async (key) => session.get(key),
        set: async (key, value) => void session.set(key, value),
        remove: async (key) => void session.delete(key),
        removeAll: async () => session.clear(),
        forgetLine: async () => {},
      },
      notify: async (notice) => void world.notices.push(notice),
      clearNotifications: async () => {},
      drawToolbar: async (badge, title) => {
        world.drawn = { badge, title };
      },
      announceGlance: async () => {},
      openTab: async () => {},
      hasAccess: async () => true,
      releaseOrigins: async () => {},
      keepReferers: async () => {},
      wakeAfter: async () => {},
      pageOpen: () => false,
    };
  }

  disk.lines.set(
    LINE_ID,
    aLine({
      fields: { baseUrl: 'https://api.example/v1', line: LINE },
      checkoutHosts: ['pay.example'],
      zone: null,
    }),
  );
  await world.restart('browser');
  return world;
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
