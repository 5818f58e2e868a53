import { onTestFinished } from 'vitest';
import type { Draft } from '../../utils/app/commands.ts';
import type { Deps, NoticeToShow } from '../../utils/app/deps.ts';
import { createHandlers } from '../../utils/app/handlers.ts';
import { createTokenKeeper } from '../../utils/app/tokens.ts';
import { Failure } from '../../utils/domain/failure.ts';
import type { Badge, GlanceLine } from '../../utils/domain/glance.ts';
import { createStore } from '../../utils/platform/database/store.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import { createLocks } from '../../utils/platform/locks.ts';
import { createSecretStore } from '../../utils/platform/secrets.ts';
import { createSession } from '../../utils/platform/session.ts';
import { createSettingsStore } from '../../utils/platform/settings.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { Sandbox } from '../sandbox/sandbox-types.ts';
import { seededRandom } from './seeded-random.ts';
import { newProfile } from './stored.ts';
import { wordsFor } from './words.ts';

export const START = '2026-03-02T10:00:00Z';

/** The use cases over a real carrier, the real host and the real store; only the browser around them is noted down. */
export interface World {
  deps: Deps;
  sandbox: Sandbox;
  command: ReturnType<typeof createHandlers>;
  /** in the order in which they were shown */
  notices: NoticeToShow[];
  /** what was opened in tabs */
  tabs: string[];
  badge(): Badge;
  tooltip(): string;
  /** Adds one of the carrier's lines with its personal token; answers its id. */
  addLine(line: string, changes?: Partial<Draft>): Promise<string>;
  glanceLine(lineId: string): Promise<GlanceLine>;
  /** Moves both clocks. */
  pass(ms: number): Promise<void>;
  /** origins that the person has not allowed */
  withheld: Set<string>;
  /** requests that reached the carrier, `GET /v1/lines/esim/balance` */
  asked(): Promise<string[]>;
  draft(line: string, changes?: Partial<Draft>): Draft;
}

export async function startWorld(): Promise<World> {
  newProfile();
  let offset = 0;
  const now = () => Date.parse(START) + offset;
  const sandbox = await startSandbox({ now, seed: 7 });
  onTestFinished(() => sandbox.close());
  const token = await sandbox.control.tokens.create();
  const noted = { notices: [] as NoticeToShow[], tabs: [] as string[], withheld: new Set<string>() };
  let drawn: { badge: Badge; title: string } | null = null;
  const clock = { now };
  const random = seededRandom(5);
  const session = createSession();
  const locks = createLocks();
  const secrets = createSecretStore({ session, locks });
  const store = createStore({ clock, session });
  onTestFinished(() => store.close());
  let id = 0;
  const deps: Deps = {
    clock,
    random,
    zone: 'UTC',
    words: wordsFor('en'),
    version: '0.0.0',
    store,
    settings: createSettingsStore({ random }),
    secrets,
    tokens: createTokenKeeper({
      secrets,
      locks,
      clock,
      refresh: () => Promise.reject(new Failure('signed-out')),
    }),
    locks,
    http: createHttpHost({ fetch, clock, hasPermission: async (origin) => !noted.withheld.has(origin) }),
    context: (lineId, http, at) => ({ http, now: at, zone: 'UTC', memory: session.memory(lineId) }),
    newId: () => `id-${++id}`,
    signIn: async () => ({ ok: false, reason: 'cancelled', detail: '' }),
    session,
    notify: async (notice) => void noted.notices.push(notice),
    clearNotifications: async () => undefined,
    drawToolbar: async (badge, title) => {
      drawn = { badge, title };
    },
    announceGlance: async () => undefined,
    openTab: async (href) => void noted.tabs.push(href),
    hasAccess: async (origin) => !noted.withheld.has(origin),
    releaseOrigins: async () => undefined,
    wakeAfter: async () => undefined,
    pageOpen: () => false,
    environment: async () => ({}),
  };
  const command = createHandlers(deps);
  const draft: World['draft'] = (line, changes = {}) => ({
    providerId: 'account-api',
    kind: 'esim',
    name: `My ${line}`,
    fields: { baseUrl: sandbox.baseUrl, line },
    secrets: { token },
    signInId: null,
    secretFrom: null,
    ...changes,
  });
  const host = new URL(sandbox.url).host;
  return {
    deps,
    sandbox,
    command,
    ...noted,
    badge: () => drawnOf(drawn).badge,
    tooltip: () => drawnOf(drawn).title,
    draft,
    addLine: async (line, changes) =>
      (await command['add-line']({ draft: draft(line, changes), topUpUrl: null, confirmedHosts: [host] }))
        .lineId,
    glanceLine: async (lineId) => {
      const line = (await store.glance())?.lines.find((one) => one.id === lineId);
      if (!line) throw new Error(`no line ${lineId} in the glance`);
      return line;
    },
    pass: async (ms) => {
      offset += ms;
    },
    asked: async () => (await sandbox.control.log()).map(({ method, path }) => `${method} ${path}`),
  };
}

function drawnOf<T>(drawn: T | null): T {
  if (drawn === null) throw new Error('the toolbar was not drawn');
  return drawn;
}
