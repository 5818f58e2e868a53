import type { PageDeps } from '../../entrypoints/options/page.ts';
import type { SignIn } from '../../entrypoints/options/sign-in.ts';
import type { CommandInput, CommandName, CommandReply, ExtensionState } from '../../utils/app/commands.ts';
import type { Glance, GlanceLine } from '../../utils/domain/glance.ts';
import type { Reminder } from '../../utils/domain/reminder.ts';
import { defaultSettings } from '../../utils/domain/settings.ts';
import type { Declaration } from '../../utils/providers/contract.ts';
import { glanceOf, NOW } from './glances.ts';

/* The options page's outside, made up: what is stored, what each command answers, what was asked. */

export type StoredLine = ExtensionState['lines'][number];

/** The stored side of a glance line. */
export function storedLine(glance: GlanceLine, over: Partial<StoredLine> = {}): StoredLine {
  const { id, name, kind, providerId, pinned, ignored, paused, zone, origins, alertsPausedUntil } = glance;
  return {
    v: 1,
    id,
    providerId,
    kind,
    name,
    fields: {},
    origins,
    order: 0,
    pinned,
    ignored,
    paused,
    alertsPausedUntil,
    thresholds: { lowBytes: null, criticalBytes: null, lowCredit: null },
    pollMinutes: null,
    topUpUrl: null,
    checkoutHosts: ['pay.carrier.example'],
    checkoutHostsProposed: null,
    help: null,
    zone,
    createdAt: NOW,
    hasSecret: true,
    signedInBy: 'secret',
    ...over,
  };
}

export interface Asked {
  name: CommandName;
  input: unknown;
}

export type Answers = { [N in CommandName]?: CommandReply<N> | ((input: never) => CommandReply<N>) };

export interface WorldOptions {
  lines?: GlanceLine[];
  stored?: Partial<StoredLine>;
  state?: Partial<ExtensionState>;
  glance?: Partial<Glance>;
  providers?: readonly Declaration[];
  answers?: Answers;
  /** how a sign-in at the carrier's window ends */
  signIn?: Awaited<ReturnType<SignIn>>;
  /** what the person answers when the browser asks for access */
  grants?: boolean;
}

export interface World {
  deps: PageDeps;
  /** every command but `state`, in order */
  asked: Asked[];
  granted: string[][];
  /** the providers at which the person signed in */
  signIns: string[];
  copied: string[];
  saved: { name: string; text: string }[];
  reminders: Reminder[];
  /** what is stored, as the next answer will tell it */
  state: ExtensionState;
  /** The background wrote the glance anew. */
  changed(): void;
}

/** The value as the answer to a command. */
export function answer<V>(value: V): { ok: true; value: V } {
  return { ok: true, value };
}

function ordered(lines: StoredLine[], { lineIds }: CommandInput<'order-lines'>): StoredLine[] {
  return lines.map((line) => ({ ...line, order: lineIds.indexOf(line.id) }));
}

export function optionsWorld(options: WorldOptions = {}): World {
  const { lines = [], stored = {}, answers = {}, grants = true } = options;
  const state: ExtensionState = {
    lines: lines.map((line, order) => storedLine(line, { order, ...stored })),
    settings: defaultSettings(0.5),
    secrets: 'plain',
    version: '0.1.0',
    ...options.state,
  };
  const listeners = new Set<() => void>();
  const world: Omit<World, 'deps'> = {
    asked: [],
    granted: [],
    signIns: [],
    copied: [],
    saved: [],
    reminders: [],
    state,
    changed: () => {
      for (const listener of listeners) listener();
    },
  };
  const ask = async (name: CommandName, input: unknown): Promise<unknown> => {
    // A message always arrives as a copy.
    if (name === 'state') return { ok: true, value: structuredClone(state) };
    world.asked.push({ name, input });
    const told = answers[name];
    if (name === 'order-lines' && !told)
      state.lines = ordered(state.lines, input as CommandInput<'order-lines'>);
    return typeof told === 'function' ? told(input as never) : (told ?? { ok: true, value: null });
  };
  const deps: PageDeps = {
    ask: ask as PageDeps['ask'],
    providers: options.providers ?? [],
    readGlance: async () => glanceOf(lines, options.glance),
    onGlanceChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => NOW,
    environment: async () => ({ userAgent: 'Browser/1' }),
    signIn: async (provider) => {
      world.signIns.push(provider.id);
      return options.signIn ?? { ok: true, signInId: 'sign-in:1' };
    },
    shortcut: async () => 'Alt+Shift+B',
    shortcutPage: 'chrome://extensions/shortcuts',
    openOptions: () => undefined,
    requestAccess: async (origins) => {
      world.granted.push([...origins]);
      return grants;
    },
    copy: async (text) => {
      world.copied.push(text);
      return true;
    },
    saveReminder: async (reminder) => {
      world.reminders.push(reminder);
    },
    saveText: (name, text) => {
      world.saved.push({ name, text });
    },
    reload: () => undefined,
  };
  return { ...world, deps };
}
