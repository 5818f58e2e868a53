import type { CreditBurn } from './credit-burn.ts';
import type { FailureFacts } from './failure.ts';
import type { Instant } from './instant.ts';
import type { LineKind } from './line.ts';
import type { Bucket, LineStatus, Money, Reading } from './reading.ts';
import type { Outlook, RunOut } from './run-out.ts';
import type { Settings } from './settings.ts';
import type { TopUp } from './top-up.ts';
import type { UntilDay } from './until-day.ts';
import type { Validity } from './validity.ts';

/*
 * The finished answer for all lines: written by the background after every change, read by the popup in one
 * piece before its first paint. It holds figures and instants, never words: words are made by locale at the
 * edge, and what changes with time alone (age, days left) is computed when it is shown.
 */

export const GLANCE_VERSION = 1;

export type Headline =
  | { kind: 'data'; remaining: number; total: number | null }
  | { kind: 'unlimited'; throttled: boolean; throttledTo: number | null }
  /** data buckets exist, but the carrier tells no figure */
  | { kind: 'unknown' }
  /** no general data bucket at all: a number-keeping card, an empty list */
  | { kind: 'none' };

/** How much a line needs the person. From worst to best in `SEVERITY_ORDER`. */
export type LineState =
  | 'locked'
  | 'signed-out'
  | 'line-gone'
  | 'lapsed'
  | 'lapsing'
  | 'used-up'
  | 'critical'
  | 'low'
  | 'credit-burn'
  | 'credit-low'
  | 'not-activated'
  | 'suspended'
  | 'throttled'
  | 'ok'
  | 'unlimited'
  | 'unknown'
  | 'never-read'
  | 'paused';

/** Will it last? `open`: no end is known that it would have to last to. */
export type Verdict = 'lasts' | 'may-run-out' | 'runs-out' | 'open';

/** What is shown of the forecast: it stays while new figures say nothing clearly different. */
export interface Estimate extends Outlook, RunOut {
  kind: 'estimate';
  /** when the headline's data ends, by renewal or for good */
  endsAt: Instant | null;
  /** the chance that it runs out before that, 0 to 1; null = no end is known */
  chance: number | null;
  verdict: Verdict;
}

export type Forecast =
  /** there is no limited amount of data, or not all of it is known */
  | { kind: 'none' }
  /** fewer than seven whole days are known */
  | { kind: 'no-history' }
  | Estimate;

export type AlertKind =
  | 'low'
  | 'critical'
  | 'used-up'
  | 'run-out'
  | 'bundle-ends'
  | 'lapse'
  | 'credit-low'
  | 'credit-burn'
  | 'voice-low'
  | 'voice-used-up'
  | 'sms-low'
  | 'sms-used-up'
  | 'topped-up'
  | 'top-up-overdue'
  | 'top-up-failed'
  | 'sign-in'
  | 'line-gone'
  | 'hosts-changed';

/** A fact that stands in the popup as long as it holds, whether or not its notification was seen. */
export interface OpenAlert {
  kind: AlertKind;
  key: string;
  since: Instant;
  /** days, for `lapse` and `bundle-ends` */
  days: number | null;
  /** bucket label, for `bundle-ends` */
  label: string | null;
}

/** One bar of the last 14 days. `day` is a calendar day in the line's zone, `2026-11-21`. */
export interface DayUse {
  day: string;
  /** bytes; null = not known, which is drawn as a gap and not as zero */
  used: number | null;
}

export interface GlanceLine {
  id: string;
  name: string;
  kind: LineKind;
  providerId: string;
  demo: boolean;
  /** this version does not know its provider: it came from a newer one */
  unknownProvider?: boolean;
  /** it is asked of a device on the local network */
  device?: boolean;
  pinned: boolean;
  ignored: boolean;
  paused: boolean;
  zone: string | null;
  state: LineState;
  lineStatus: LineStatus;
  planName: string | null;
  headline: Headline;
  /** remaining / total, 0 to 1; null where either is unknown */
  share: number | null;
  period: { start: Instant; end: Instant } | null;
  /** when the headline's data ends: the earliest end of a counted bucket, else the period's end */
  endsAt: Instant | null;
  endsAtEstimated: boolean;
  /** when the carrier measured it */
  asOf: Instant | null;
  /** when it was last read successfully; null = never */
  checkedAt: Instant | null;
  /** from this instant on the figure is old and must say so; null = never read */
  staleAt: Instant | null;
  failure: (FailureFacts & { at: Instant }) | null;
  /** a poll is running */
  refreshing: boolean;
  nextPollAt: Instant | null;
  /** the earliest instant at which a refresh by hand would ask the carrier; null = now */
  refreshAllowedAt: Instant | null;
  buckets: Bucket[];
  credit: Money | null;
  /** when the number lapses: by the carrier's word, or by the person's rule */
  validUntil: Validity | null;
  /** credit that burns although a bundle should cover the use, or has just ended */
  burn?: CreditBurn;
  /** days before that on which the person is warned; absent = the default */
  warnDays?: readonly number[];
  autoRenew: Reading['autoRenew'];
  forecast: Forecast;
  /** up to when the person wants the data to last */
  until?: UntilDay;
  days: DayUse[];
  alerts: OpenAlert[];
  alertsPausedUntil: Instant | null;
  /** the origins that it is read from, which the person may have to allow again */
  origins: string[];
  /** hosts for checkouts that the carrier announced and that wait for the person's word; null = none */
  hostsProposed: { before: string[]; after: string[] } | null;
  /** the top-up that is pending, or the last one settled and not yet dismissed */
  topUp: TopUp | null;
  can: {
    /** the carrier lists offers */
    offers: boolean;
    /** the host that a plain top-up link opens; null = there is none */
    topUpHost: string | null;
  };
}

export type BadgeTone = 'ok' | 'low' | 'critical' | 'attention' | 'quiet';

/** What the toolbar shows. */
export interface Badge {
  /** at most four characters */
  text: string;
  tone: BadgeTone;
  /** 0 to 1, how full the ring is; null = no ring to fill */
  ring: number | null;
  /** the ring is drawn dashed: the figure is older than twice its poll interval */
  stale: boolean;
  /** the double bar of a slow line */
  slow: boolean;
  /** the line that it speaks of; null = no line */
  lineId: string | null;
  /** why this line: pinned, the only one, or what it needs */
  reason: LineState | 'pinned' | 'only' | 'none' | 'top-up';
}

export type Notice =
  | 'history-lost'
  | 'memory-only'
  | 'read-only'
  | 'settings-lost'
  | 'storage-full'
  | 'rows-set-aside';

export interface Glance {
  v: typeof GLANCE_VERSION;
  /** rises with each write; the snapshot in `storage.local` carries the same number */
  revision: number;
  builtAt: Instant;
  lines: GlanceLine[];
  badge: Badge;
  settings: Pick<Settings, 'units' | 'theme' | 'badge'>;
  /** secrets are wrapped and the passphrase has not been entered since the browser started */
  locked: boolean;
  notices: Notice[];
}
