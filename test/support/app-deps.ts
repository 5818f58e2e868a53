import { onTestFinished } from 'vitest';
import type { Deps } from '../../utils/app/deps.ts';
import { createTokenKeeper } from '../../utils/app/tokens.ts';
import { Failure } from '../../utils/domain/failure.ts';
import { createStore } from '../../utils/platform/database/store.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import { refreshTokens } from '../../utils/platform/oauth-refresh.ts';
import { createSecretStore } from '../../utils/platform/secrets.ts';
import { createSession } from '../../utils/platform/session.ts';
import { createSettingsStore } from '../../utils/platform/settings.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import type { Outside } from './app-world.ts';
import { ownLocks } from './own-locks.ts';
import { readerHere } from './reader.ts';
import { wordsFor } from './words.ts';

let ids = 0;

/** One background over the real adapters. */
export function worldDeps(outside: Outside): Deps {
  const { random, withheld } = outside;
  const clock = { now: outside.now };
  const fetchNow: typeof fetch = (input, init) => outside.network.fetch(input, init);
  const hasPermission = async (origin: string) => !withheld.has(origin);
  const giveHeader = async (origin: string, header: string, value: string) =>
    void (header === 'cookie' ? outside.cookies.set(origin, value) : outside.referers.add(origin));
  const session = createSession();
  const locks = ownLocks();
  const secrets = createSecretStore({ session, locks });
  const store = createStore({ clock, session });
  onTestFinished(() => store.close());
  const tokens = createTokenKeeper({
    secrets,
    locks,
    clock,
    refresh: async (lineId, current) => {
      const settings = accountApi.oauth?.((await store.line(lineId))?.fields ?? {});
      if (!settings) throw new Failure('signed-out');
      return refreshTokens(settings, current, { fetch: fetchNow, clock, hasPermission });
    },
  });
  return {
    ...{ clock, random, store, secrets, tokens, locks, session },
    zone: 'UTC',
    words: wordsFor('en'),
    version: '0.0.0',
    settings: createSettingsStore({ random }),
    http: createHttpHost({ fetch: fetchNow, clock, hasPermission, giveHeader }),
    context: (lineId, http, now) => ({
      http,
      now,
      zone: 'UTC',
      readApart: readerHere({ now, zone: 'UTC' }),
      memory: session.memory(lineId),
    }),
    newId: () => `id-${++ids}`,
    ...browserOf(outside),
  };
}

type BrowserSide =
  | 'notify'
  | 'clearNotifications'
  | 'drawToolbar'
  | 'announceGlance'
  | 'openTab'
  | 'hasAccess'
  | 'releaseOrigins'
  | 'keepReferers'
  | 'wakeAfter'
  | 'pageOpen';

/** The browser around the background: it does nothing but note. */
function browserOf(outside: Outside): Pick<Deps, BrowserSide> {
  return {
    notify: async (notice) => void outside.notices.push(notice),
    clearNotifications: async (lineId) => void outside.cleared.push(lineId),
    drawToolbar: async (badge, title) => void outside.drawn.push({ badge, title }),
    announceGlance: async () => undefined,
    openTab: async (href) => void outside.tabs.push(href),
    hasAccess: async (origin) => !outside.withheld.has(origin),
    releaseOrigins: async (origins, needed) =>
      void outside.released.push(...origins.filter((origin) => !needed.includes(origin))),
    keepReferers: async (origins) => {
      for (const given of [outside.referers, outside.cookies])
        for (const origin of given.keys()) if (!origins.includes(origin)) given.delete(origin);
    },
    wakeAfter: async (ms) => void outside.wakes.push(ms),
    pageOpen: () => outside.page.open,
  };
}
