import type { Glance, Notice } from '../../domain/glance.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Line } from '../../domain/line.ts';
import type { AlertEpisode, Attempt, ReadingRow, Sample } from '../../domain/records.ts';
import type { TopUp } from '../../domain/top-up.ts';
import type { SessionStore } from '../session.ts';

/** Everything a finished poll changes, stored in one transaction. */
export interface PollRows {
  attempt: Attempt;
  reading?: ReadingRow;
  sample?: Sample;
  alerts?: AlertEpisode[];
  topUps?: TopUp[];
}

/** What is stored of lines and their history. No method rejects because of a row that cannot be read. */
export interface DataStore {
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
  /** Rows with the same line and instant are replaced. */
  putSamples(samples: Sample[]): Promise<void>;
  alerts(lineId: string): Promise<AlertEpisode[]>;
  putAlerts(alerts: AlertEpisode[]): Promise<void>;
  topUps(lineId?: string): Promise<TopUp[]>;
  topUp(id: string): Promise<TopUp | null>;
  putTopUp(topUp: TopUp): Promise<void>;
  savePoll(rows: PollRows): Promise<void>;
  glance(): Promise<Glance | null>;
  /** Database first, then the snapshot in `storage.local`. */
  putGlance(glance: Glance): Promise<void>;
  /** Rolls old samples up and drops those past retention. */
  compact(now: Instant): Promise<void>;
  eraseAll(): Promise<void>;
  /** What is wrong with the storage at present, for the person. */
  notices(): Promise<Notice[]>;
  /** Closes the database; the next call opens it again. */
  close(): Promise<void>;
}

export interface StoreOptions {
  clock: { now(): number };
  session: Pick<SessionStore, 'get' | 'set' | 'remove'>;
  /** Settles after so many milliseconds. */
  wait?(ms: number): Promise<void>;
}

export function createStore(options: StoreOptions): DataStore {
  throw new Error(`store with ${Object.keys(options)}`);
}
