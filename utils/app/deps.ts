import type { Badge } from '../domain/glance.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import type { Words } from '../domain/words.ts';
import type {
  Clock,
  ContextFactory,
  HttpHost,
  Locks,
  Random,
  SecretStore,
  SettingsStore,
  Store,
} from './ports.ts';
import type { TokenKeeper } from './tokens.ts';

/** A notification. `id` says what a click does: `line:<line id>:<alert key>`. */
export interface NoticeToShow {
  id: string;
  title: string;
  message: string;
  /** the words of a button that pauses the alerts it speaks of for a day, where the browser has buttons */
  snooze?: string;
}

/** What all use cases share. The background composes it once from the adapters; tests from stand-ins. */
export interface Deps {
  clock: Clock;
  random: Random;
  /** IANA zone of the browser */
  zone: string;
  words: Words;
  version: string;
  store: Store;
  settings: SettingsStore;
  secrets: SecretStore;
  tokens: TokenKeeper;
  locks: Locks;
  http: HttpHost;
  context: ContextFactory;
  newId(): string;
  /** kept as long as the browser runs */
  session: {
    get(key: string): Promise<unknown>;
    set(key: string, value: unknown): Promise<void>;
    remove(key: string): Promise<void>;
    removeAll(): Promise<void>;
    /** What a provider kept between two polls of a line goes. */
    forgetLine(lineId: string): Promise<void>;
  };
  notify(notice: NoticeToShow): Promise<void>;
  clearNotifications(lineId: string): Promise<void>;
  drawToolbar(badge: Badge, title: string): Promise<void>;
  announceGlance(): Promise<void>;
  /** Opens an address that passed the checkout-host rule. */
  openTab(href: string): Promise<void>;
  /** Whether the browser lets the extension talk to this origin. */
  hasAccess(origin: string): Promise<boolean>;
  releaseOrigins(origins: readonly string[], stillNeeded: readonly string[]): Promise<void>;
  /** Only devices at these origins go on being sent a Referer. */
  keepReferers(origins: readonly string[]): Promise<void>;
  /** Wakes the background after so many milliseconds; null = the heartbeat is enough. */
  wakeAfter(delayMs: number | null): Promise<void>;
  /** A page of ours said lately that it is open. */
  pageOpen(): boolean;
  /** What this browser is, for diagnostics. */
}

/** The instant of now, by the one clock. */
export function nowOf(deps: Pick<Deps, 'clock'>): Instant {
  return toInstant(deps.clock.now());
}
