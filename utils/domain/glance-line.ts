import { burnOf } from './credit-burn.ts';
import { openAlerts } from './episodes.ts';
import { staleAt } from './freshness.ts';
import type { DayUse, Forecast, GlanceLine, Headline } from './glance.ts';
import { endOf, headlineOf, shareOf } from './headline.ts';
import type { Instant } from './instant.ts';
import type { Line } from './line.ts';
import { lineStateOf } from './line-state.ts';
import type { Reading } from './reading.ts';
import type { AlertEpisode, Attempt, ReadingRow } from './records.ts';
import { allowedAt } from './refresh.ts';
import { isRunning, type PollFacts, pollIntervalMs } from './schedule.ts';
import type { TopUp } from './top-up.ts';
import { validityOf, warnDaysOf } from './validity.ts';

/** What a line's provider declares. */
export interface ProviderFacts extends PollFacts {
  /** the carrier lists offers */
  hasOffers: boolean;
  /** the host that a plain top-up link opens; null = there is none */
  topUpHost: string | null;
  /** this version does not know the provider */
  unknown?: boolean;
}

export interface GlanceLineInput {
  line: Line;
  row: ReadingRow | null;
  attempt: Attempt | null;
  days: DayUse[];
  forecast: Forecast;
  episodes: readonly AlertEpisode[];
  topUp: TopUp | null;
  /** every top-up kept of the line */
  topUps: readonly TopUp[];
  facts: ProviderFacts;
  locked: boolean;
  now: Instant;
  /** IANA zone in which the line's days are counted */
  zone: string;
  demo: boolean;
}

/** Everything that the popup and the badge show of one line. */
export function buildGlanceLine(input: GlanceLineInput): GlanceLine {
  const { line, row, attempt, facts, now } = input;
  const validity = validityOf(input);
  return {
    ...ownParts(line),
    demo: input.demo,
    ...(line.until && { until: line.until }),
    ...(facts.unknown && { unknownProvider: true }),
    ...(facts.network === 'local' && { device: true }),
    state: lineStateOf({ ...input, validity }),
    ...readingParts(row?.reading ?? null, now),
    validUntil: validity,
    ...burnPart(row),
    ...(validity && { warnDays: warnDaysOf(line, validity) }),
    checkedAt: row?.checkedAt ?? null,
    staleAt:
      row && staleAt(row.checkedAt, pollIntervalMs({ ...facts, pollMinutes: line.pollMinutes }), attempt),
    failure: attempt?.failure ? { ...attempt.failure, at: attempt.finishedAt ?? attempt.startedAt } : null,
    refreshing: attempt !== null && isRunning(attempt, now),
    nextPollAt: line.paused || input.locked ? null : (attempt?.nextPollAt ?? null),
    refreshAllowedAt: allowedAt({ attempt, ...facts, now, watch: false }),
    forecast: input.forecast,
    days: input.days,
    alerts: openAlerts(input.episodes, {
      reading: row?.reading ?? null,
      lapses: validity !== null,
      thresholds: line.thresholds,
    }),
    topUp: input.topUp,
    can: { offers: facts.hasOffers, topUpHost: facts.topUpHost },
  };
}

function ownParts(line: Line) {
  const { id, name, kind, providerId, pinned, ignored, paused, zone, alertsPausedUntil, origins } = line;
  const after = line.checkoutHostsProposed;
  const hostsProposed = after && { before: line.checkoutHosts, after };
  return {
    id,
    name,
    kind,
    providerId,
    pinned,
    ignored,
    paused,
    zone,
    alertsPausedUntil,
    origins,
    hostsProposed,
  };
}

function burnPart(row: ReadingRow | null): Pick<GlanceLine, 'burn'> {
  const burn = burnOf(row?.watch);
  return burn ? { burn } : {};
}

function readingParts(reading: Reading | null, now: Instant) {
  const headline: Headline = reading ? headlineOf(reading) : { kind: 'unknown' };
  const end = reading && endOf(reading, now);
  return {
    headline,
    share: shareOf(headline),
    endsAt: end?.at ?? null,
    endsAtEstimated: end?.estimated ?? false,
    lineStatus: reading?.lineStatus ?? 'unknown',
    planName: reading?.planName ?? null,
    period: reading?.period ?? null,
    asOf: reading?.asOf ?? null,
    buckets: reading?.buckets ?? [],
    credit: reading?.credit ?? null,
    autoRenew: reading?.autoRenew ?? null,
  };
}
