import type { Glance, Notice } from '../domain/glance.ts';
import type { Instant } from '../domain/instant.ts';
import type { Line } from '../domain/line.ts';
import type { AlertEpisode, Attempt, ReadingRow, Sample } from '../domain/records.ts';
import type { Settings } from '../domain/settings.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { CarriedProvider, Http, ProviderLine, ReadContext } from '../providers/contract.ts';

/* What the use cases need from outside, in their own words. utils/platform/ fits these shapes. */

export interface Clock {
  /** milliseconds since the epoch */
  now(): number;
}

/** 0 <= n < 1 */
export type Random = () => number;

/** Everything a finished poll changes, stored in one transaction. */
export interface PollRecord {
  attempt: Attempt;
  reading?: ReadingRow;
  sample?: Sample;
  alerts?: AlertEpisode[];
  topUps?: TopUp[];
}

export interface Store {
  lines(): Promise<Line[]>;
  line(id: string): Promise<Line | null>;
  putLine(line: Line): Promise<void>;
  putLines(lines: Line[]): Promise<void>;
  /** Everything of the line goes; its receipts only when `keepReceipts` is false. */
  removeLine(id: string, keepReceipts: boolean): Promise<void>;
  reading(lineId: string): Promise<ReadingRow | null>;
  attempt(lineId: string): Promise<Attempt | null>;
  putAttempt(attempt: Attempt): Promise<void>;
  /** Samples of a line from `from` on, oldest first. */
  samples(lineId: string, from: Instant): Promise<Sample[]>;
  lastSample(lineId: string): Promise<Sample | null>;
  /** Rows of the same line and instant are replaced. */
  putSamples(samples: Sample[]): Promise<void>;
  alerts(lineId: string): Promise<AlertEpisode[]>;
  putAlerts(alerts: AlertEpisode[]): Promise<void>;
  topUps(lineId?: string): Promise<TopUp[]>;
  topUp(id: string): Promise<TopUp | null>;
  putTopUp(topUp: TopUp): Promise<void>;
  savePoll(record: PollRecord): Promise<void>;
  glance(): Promise<Glance | null>;
  /** Database first, then the snapshot in `storage.local`. */
  putGlance(glance: Glance): Promise<void>;
  /** Rolls old samples up and drops those past retention. */
  compact(now: Instant): Promise<void>;
  eraseAll(): Promise<void>;
  /** What is wrong with the storage at present, for the person. */
  notices(): Promise<Notice[]>;
  /** A loss is told no more. */
  dismissNotice(loss: 'history-lost' | 'settings-lost'): Promise<void>;
}

export interface SettingsStore {
  get(): Promise<Settings>;
  put(settings: Settings): Promise<void>;
}

/** Secrets by line: the provider's secret fields, and the tokens of an OAuth sign-in. */
export interface Secret {
  values: Record<string, string>;
  oauth: {
    accessToken: string;
    refreshToken: string | null;
    expiresAt: Instant | null;
    issuer: string;
  } | null;
}

export interface SecretStore {
  /** null = none stored. Throws LockedError while the passphrase has not been entered. */
  get(lineId: string): Promise<Secret | null>;
  put(lineId: string, secret: Secret): Promise<void>;
  /** Whether something is stored for the line; known while it is locked too. */
  has(lineId: string): Promise<boolean>;
  remove(lineId: string): Promise<void>;
  removeAll(): Promise<void>;
  state(): Promise<'plain' | 'locked' | 'open'>;
  /** Wraps everything under a new passphrase; null stores it plainly again. */
  setPassphrase(passphrase: string | null): Promise<void>;
  /** false = wrong passphrase */
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
}

/** What the host saw during one run of requests. */
export interface HttpRun {
  http: Http;
  /** ETags by address, to be kept with the attempt */
  etags(): Record<string, string>;
  /** the latest instant until which the answers stay fresh by Cache-Control; null = not said */
  freshUntil(): Instant | null;
  /** how far the carrier's clock was ahead of ours in the last answer, milliseconds; null = not told */
  clockSkew(): number | null;
}

export interface HttpHost {
  run(
    provider: CarriedProvider,
    line: ProviderLine,
    options: { origins: readonly string[]; etags: Record<string, string> },
  ): HttpRun;
}

export interface Locks {
  /** Runs `work` if nobody holds `name`; otherwise answers null at once. */
  ifFree<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** Waits for `name`, then runs `work`. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Does anybody hold `name`? Asking takes it from nobody. */
  isHeld(name: string): Promise<boolean>;
}

export type ContextFactory = (lineId: string, http: Http, now: Instant) => ReadContext;
