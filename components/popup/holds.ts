import { bucketName, SCOPE_WORDS } from '../../utils/domain/bucket-name.ts';
import { daysLeft, formatDay, formatMoney } from '../../utils/domain/format.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import type { Bucket } from '../../utils/domain/reading.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { formatSpeed } from '../../utils/domain/speed.ts';
import type { MessageKey, Words } from '../../utils/domain/words.ts';
import { formatAmount, formatCount } from '../amounts.ts';

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
  const { id, label, kind, scope, remaining, total } = bucket;
  const live = !bucket.unlimited && ENDED[bucket.state] === undefined;
  const share = live && remaining !== null && total ? Math.min(1, remaining / total) : null;
  return {
    key: `bucket:${id}`,
    label: bucketName({ label, kind }, source.words),
    tag: SCOPE_WORDS[scope] ?? null,
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
  const total = formatAmount(bucket.total, bucket, words, units);
  const counted = bucket.kind === 'sms' ? formatCount(bucket.remaining, words.locale) : remaining;
  return words.t('popupLeftOf', counted, total);
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
  if (line.validUntil && !bare) rows.push(numberHold(line.validUntil, source));
  if (line.autoRenew) rows.push({ ...row('popupAutoRenew', ''), ...renewal(line.autoRenew, source) });
  return rows;
}

function numberHold(validUntil: NonNullable<GlanceLine['validUntil']>, source: HoldsSource): Hold {
  const { line, words, now } = source;
  const days = daysLeft(validUntil.at, now, line.zone);
  const past = validUntil.rule ? 'popupNumberRulePast' : 'popupNumberLapsed';
  const about = validUntil.estimated ? 'popupDaysLeftAbout' : 'popupDaysLeft';
  return {
    key: 'number',
    label: words.t(days < 0 ? past : 'popupNumberValid'),
    tag: null,
    value: formatDay(validUntil.at, words.locale, line.zone),
    note: days < 0 ? null : words.n(about, days),
    share: null,
  };
}

function renewal(
  { enabled, nextAt }: NonNullable<GlanceLine['autoRenew']>,
  { line, words }: HoldsSource,
): Pick<Hold, 'value' | 'note'> {
  if (!enabled) return { value: words.t('popupAutoRenewOff'), note: null };
  const note = nextAt && words.t('popupAutoRenewNext', formatDay(nextAt, words.locale, line.zone));
  return { value: words.t('popupAutoRenewOn'), note };
}
