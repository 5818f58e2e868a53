import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CommandName, CommandReply, Draft } from '../../utils/app/commands.ts';
import type { Deps, NoticeToShow } from '../../utils/app/deps.ts';
import { createHandlers } from '../../utils/app/handlers.ts';
import { createServe, type Handlers } from '../../utils/app/serve.ts';
import type { Badge, GlanceLine } from '../../utils/domain/glance.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../sandbox/sandbox-types.ts';
import { worldDeps } from './app-deps.ts';
import { atRest } from './own-locks.ts';
import { seededRandom } from './seeded-random.ts';
import { newProfile } from './stored.ts';

export const START = '2026-03-02T10:00:00Z';

/** What stays when the background dies: the carrier, the clocks, the browser's own side, and what it was told. */
export interface Outside {
  sandbox: Sandbox;
  now(): number;
  random: () => number;
  /** stands between the extension and the carrier; a test may put something in the way */
  network: { fetch: typeof fetch };
  /** a personal access token */
  token: string;
  /** in the order in which they were shown */
  notices: NoticeToShow[];
  /** what was opened in tabs */
  tabs: string[];
  /** lines whose notifications were taken away */
  cleared: string[];
  /** origins that were given back */
  released: string[];
  /** origins of devices that are sent a Referer */
  referers: Set<string>;
  /** Cookies that are sent to devices in place of the browser's own, by origin */
  cookies: Map<string, string>;
  /** the waits that the alarm was set to; null = the heartbeat is enough */
  wakes: (number | null)[];
  /** origins that the person has not allowed */
  withheld: Set<string>;
  /** a page of ours is open */
  page: { open: boolean };
  drawn: { badge: Badge; title: string }[];
}

/** The use cases over a real carrier, the real host and the real store; only the browser around them is noted down. */
export interface World extends Outside {
  deps: Deps;
  command: Handlers;
  /** a message as a page sends it */
  serve(message: unknown): Promise<CommandReply<CommandName>>;
  badge(): Badge;
  tooltip(): string;
  /** Adds one of the carrier's lines with its personal token; answers its id. */
  addLine(line: string, changes?: Partial<Draft>): Promise<string>;
  glanceLine(lineId: string): Promise<GlanceLine>;
  /** Moves both clocks. */
  pass(ms: number): Promise<void>;
  /** requests that reached the carrier, `GET /v1/lines/esim/balance` */
  asked(): Promise<string[]>;
  draft(line: string, changes?: Partial<Draft>): Draft;
  /** The background ends, with all its locks and memory, and another begins. `browser`: and all that lasts a session. */
  restart(what?: 'background' | 'browser'): Promise<World>;
}

/** `options`: of the carrier, whose clock stands still */
export async function startWorld(options: SandboxOptions = {}): Promise<World> {
  newProfile();
  // The first to be registered is the last to run: by then the carrier has hung up on whoever still asks it.
  onTestFinished(atRest);
  let offset = 0;
  const now = () => Date.parse(START) + offset;
  const sandbox = await startSandbox({ now, seed: 7, ...options });
  onTestFinished(() => sandbox.close());
  const outside: Outside = {
    sandbox,
    now,
    random: seededRandom(5),
    network: { fetch },
    token: await sandbox.control.tokens.create(),
    notices: [],
    tabs: [],
    cleared: [],
    released: [],
    referers: new Set(),
    cookies: new Map(),
    wakes: [],
    withheld: new Set(),
    page: { open: false },
    drawn: [],
  };
  return enter(outside, async (ms) => {
    offset += ms;
  });
}

function enter(outside: Outside, pass: World['pass']): World {
  const { sandbox, drawn } = outside;
  const deps = worldDeps(outside);
  const command = createHandlers(deps);
  const draft: World['draft'] = (line, changes = {}) => ({
    providerId: 'account-api',
    kind: 'esim',
    name: `My ${line}`,
    fields: { baseUrl: sandbox.baseUrl, line },
    secrets: { token: outside.token },
    signInId: null,
    secretFrom: null,
    ...changes,
  });
  return {
    ...outside,
    deps,
    command,
    serve: createServe(command),
    badge: () => lastOf(drawn).badge,
    tooltip: () => lastOf(drawn).title,
    draft,
    addLine: async (line, changes) => {
      const filled = { draft: draft(line, changes), topUpUrl: null, confirmedHosts: [sandbox.host] };
      return (await command['add-line'](filled)).lineId;
    },
    glanceLine: async (lineId) => {
      const line = (await deps.store.glance())?.lines.find((one) => one.id === lineId);
      if (!line) throw new Error(`no line ${lineId} in the glance`);
      return line;
    },
    pass,
    asked: async () => (await sandbox.control.log()).map(({ method, path }) => `${method} ${path}`),
    restart: async (what = 'background') => {
      if (what === 'browser') await fakeBrowser.storage.session.clear();
      return enter(outside, pass);
    },
  };
}

function lastOf<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error('the toolbar was not drawn');
  return item;
}
