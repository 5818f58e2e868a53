import { browser } from 'wxt/browser';
import type { Deps } from '../../utils/app/deps.ts';
import { createTokenKeeper } from '../../utils/app/tokens.ts';
import { Failure } from '../../utils/domain/failure.ts';
import { wakeAfter } from '../../utils/platform/alarms.ts';
import { clock } from '../../utils/platform/clock.ts';
import { createStore } from '../../utils/platform/database/store.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import { browserWords } from '../../utils/platform/language.ts';
import { createLocks } from '../../utils/platform/locks.ts';
import { announceGlance } from '../../utils/platform/messages.ts';
import { isOnline } from '../../utils/platform/network.ts';
import { clearNotifications, notify } from '../../utils/platform/notifications.ts';
import { refreshTokens } from '../../utils/platform/oauth-refresh.ts';
import { hasOrigin, releaseOrigins } from '../../utils/platform/permissions.ts';
import { createReader, openFrame, openOffscreen } from '../../utils/platform/reader.ts';
import { giveHeader, keepReferers } from '../../utils/platform/referer.ts';
import { createSecretStore } from '../../utils/platform/secrets.ts';
import { createSession } from '../../utils/platform/session.ts';
import { createSettingsStore } from '../../utils/platform/settings.ts';
import { openTab } from '../../utils/platform/tabs.ts';
import { drawToolbar } from '../../utils/platform/toolbar.ts';
import type { ReadContext } from '../../utils/providers/contract.ts';
import { providerById } from '../../utils/providers/registry.ts';

const PAGE_OPEN_MS = 20_000;

/** The adapters of the browser, put together once for the background. */
export function compose(): Deps & { pageSeen(): void } {
  const session = createSession();
  const locks = createLocks();
  const random = Math.random;
  const fetchNow: typeof fetch = (input, init) => fetch(input, init);
  const secrets = createSecretStore({ session, locks });
  const store = createStore({ clock, session });
  const read = createReader(locks, import.meta.env.FIREFOX ? openFrame : openOffscreen);
  let seenAt = Number.NEGATIVE_INFINITY;
  const tokens = createTokenKeeper({
    secrets,
    locks,
    clock,
    refresh: async (lineId, current) => {
      const line = await store.line(lineId);
      const settings = line && providerById(line.providerId)?.oauth?.(line.fields);
      if (!settings) throw new Failure('signed-out', 'no sign-in for this line');
      return refreshTokens(settings, current, { fetch: fetchNow, hasPermission: hasOrigin, clock });
    },
  });
  return {
    clock,
    random,
    zone: hereZone(),
    words: browserWords(),
    version: browser.runtime.getManifest().version,
    store,
    settings: createSettingsStore({ random }),
    secrets,
    tokens,
    locks,
    http: createHttpHost({
      fetch: fetchNow,
      hasPermission: hasOrigin,
      giveHeader,
      clock,
      isOnline,
    }),
    context: (lineId, http, now) => {
      const zone = hereZone();
      const readApart: ReadContext['readApart'] = (task) => read(task, { now, zone });
      return { http, now, zone, readApart, memory: session.memory(lineId) };
    },
    newId: () => crypto.randomUUID(),
    session,
    notify,
    clearNotifications,
    drawToolbar,
    announceGlance,
    openTab,
    hasAccess: hasOrigin,
    releaseOrigins,
    keepReferers,
    wakeAfter,
    pageOpen: () => Math.abs(clock.now() - seenAt) < PAGE_OPEN_MS,
    pageSeen: () => {
      seenAt = clock.now();
    },
  };
}

function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
