import { daysLeft, formatDay, formatMoney } from '../../utils/domain/format.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { Bucket } from '../../utils/domain/reading.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { MessageKey, Words } from '../../utils/domain/words.ts';
import { formatAmount, formatSpeed } from '../amounts.ts';

/** One row of what a line holds besides its headline. */
export interface Hold {
  key: string;
  label: string;
  tag: MessageKey | null;
  value: string;
  note: string | null;
  /** remaining / total for a small bar; null = none */
  share: number | null;
}

export interface HoldsSource {
  line: GlanceLine;
  words: Words;
  units: Settings['units'];
  now: Instant;
}

const SCOPE_TAGS: Record<Bucket['scope'], MessageKey | null> = {
  general: null,
  roaming: 'popupScopeRoaming',
  dedicated: 'popupScopeDedicated',
  'zero-rated': 'popupScopeZeroRated',
  night: 'popupScopeNight',
};

const ENDED: Partial<Record<Bucket['state'], MessageKey>> = {
  depleted: 'popupBucketDepleted',
  expired: 'popupBucketExpired',
  suspended: 'popupBucketSuspended',
};

function inHeadline({ kind, scope, state }: Bucket): boolean {
  return kind === 'data' && scope === 'general' && ['active', 'throttled', 'depleted'].includes(state);
}

/** Buckets apart from the headline; the headline's own only where it is a sum of several. */
export function bucketHolds(source: HoldsSource): { now: Hold[]; waiting: Hold[] } {
  const { buckets } = source.line;
  const summed = buckets.filter(inHeadline).length > 1;
  const shown = buckets.filter((bucket) => summed || !inHeadline(bucket));
  const waiting = shown.filter(({ state }) => state === 'queued');
  return {
    now: shown.filter(({ state }) => state !== 'queued').map((bucket) => bucketHold(bucket, source)),
    waiting: waiting.map((bucket) => bucketHold(bucket, source)),
  };
}

function bucketHold(bucket: Bucket, source: HoldsSource): Hold {
  const { id, label, scope, remaining, total } = bucket;
  const live = !bucket.unlimited && ENDED[bucket.state] === undefined;
  const share = live && remaining !== null && total ? Math.min(1, remaining / total) : null;
  return {
    key: `bucket:${id}`,
    label,
    tag: SCOPE_TAGS[scope],
    value: bucketValue(bucket, source),
    note: bucketNote(bucket, source),
    share,
  };
}

function bucketValue(bucket: Bucket, { words, units }: HoldsSource): string {
  const ended = ENDED[bucket.state];
  if (ended) return words.t(ended);
  if (bucket.unlimited) return words.t('popupUnlimited');
  if (bucket.remaining === null) return words.t('popupBucketUnknown');
  const remaining = formatAmount(bucket.remaining, bucket, words, units);
  if (bucket.total === null || bucket.total === bucket.remaining) return remaining;
  return words.t('popupLeftOf', remaining, formatAmount(bucket.total, bucket, words, units));
}

function bucketNote(bucket: Bucket, { line, words }: HoldsSource): string | null {
  const day = (at: Instant) => formatDay(at, words.locale, line.zone);
  const slow = bucket.state === 'throttled' && bucket.throttledTo !== null;
  const parts = [
    slow &&
      bucket.throttledTo !== null &&
      words.t('popupSlowedTo', formatSpeed(bucket.throttledTo, words.locale)),
    bucket.state === 'queued' && bucket.validFrom && words.t('popupFrom', day(bucket.validFrom)),
    bucket.validUntil &&
      words.t(bucket.validUntilEstimated ? 'popupUntilAbout' : 'popupUntil', day(bucket.validUntil)),
  ];
  return parts.filter(Boolean).join(' · ') || null;
}

/** Credit, the number's own validity and auto-renewal, as far as the carrier tells them. */
export function accountHolds(source: HoldsSource): Hold[] {
  const { line, words } = source;
  const bare = line.headline.kind === 'none' && line.checkedAt !== null;
  const row = (key: MessageKey, value: string): Hold => {
    return { key, label: words.t(key), tag: null, value, note: null, share: null };
  };
  const rows: Hold[] = [];
  if (line.credit && (!bare || line.validUntil)) {
    rows.push(row('popupCredit', formatMoney(line.credit, words.locale)));
  }
  if (line.validUntil && !bare) rows.push(row('popupNumber', numberWords(line.validUntil.at, source)));
  if (line.autoRenew) rows.push(row('popupAutoRenew', renewWords(line.autoRenew, source)));
  return rows;
}

function numberWords(at: Instant, { line, words, now }: HoldsSource): string {
  const day = formatDay(at, words.locale, line.zone);
  const days = daysLeft(at, now, line.zone);
  return days < 0 ? words.t('popupNumberLapsedOn', day) : words.n('popupNumberValid', days, day);
}

function renewWords({ enabled, nextAt }: NonNullable<GlanceLine['autoRenew']>, source: HoldsSource): string {
  const { line, words } = source;
  if (!enabled) return words.t('popupAutoRenewOff');
  if (!nextAt) return words.t('popupAutoRenewOn');
  return words.t('popupAutoRenewNext', formatDay(nextAt, words.locale, line.zone));
}
