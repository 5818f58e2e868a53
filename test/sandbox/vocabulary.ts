/*
 * The words in which a test, a script or another process speaks of a sandbox carrier. Instants are ISO 8601 in
 * UTC (`2026-05-02T10:00:00Z`); data in bytes, voice in seconds, money in minor units.
 */

export const LINE_IDS = ['esim', 'data-card', 'phone', 'calling', 'number-keeping'] as const;
export type LineId = (typeof LINE_IDS)[number];

export const PAYMENT_METHODS = ['card', 'paypal', 'alipay', 'wechat'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** What a test payment does: `late` is paid now and credited after the delay, `refund` is paid and given back. */
export const PAYMENT_OUTCOMES = ['succeed', 'decline', 'abandon', 'confirm', 'late', 'refund'] as const;
export type PaymentOutcome = (typeof PAYMENT_OUTCOMES)[number];

export type CheckoutStatus = 'open' | 'paid' | 'credited' | 'failed' | 'expired' | 'refunded';

/** Changes to a line; what is not named stays. */
export interface LinePatch {
  planName?: string | null;
  /** replaces the derived status (`suspended`, `not-activated`, `unknown` ...); null = derived again */
  status?: string | null;
  /** minor units of the line's own currency; null = the line has no credit */
  credit?: number | null;
  /** when the line itself lapses; null = never */
  validUntil?: string | null;
  period?: { start: string; end: string } | null;
  autoRenew?: { enabled: boolean; offerId: string | null; nextAt: string | null } | null;
  /** minor units for each MB, minute and message that no bundle covers; null = it is stopped, or free */
  rates?: Partial<Record<'data' | 'voice' | 'sms', number | null>>;
  /** everything is paid from the credit, whatever bundle there is */
  pastBundles?: boolean;
  /** true answers 404 for the line, `gone` 410 */
  missing?: boolean | 'gone';
}

/** What a line uses: data at home, abroad and at night (of night buckets first), calls, messages. */
export type UseChannel = 'data' | 'roaming' | 'night' | 'voice' | 'sms';

/** What a line has used in a day (UTC) of the carrier's clock: bytes, seconds or messages. */
export interface DayUse {
  day: string;
  channel: UseChannel;
  amount: number;
}

/** Changes to a bucket, or a new one. */
export interface BucketPatch {
  label?: string;
  kind?: 'data' | 'voice' | 'sms' | 'money' | 'other';
  scope?: 'general' | 'roaming' | 'dedicated' | 'zero-rated' | 'night';
  /** replaces the derived state; null = derived again */
  state?: 'active' | 'queued' | 'depleted' | 'expired' | 'suspended' | 'throttled' | null;
  /** null = the carrier does not say */
  total?: number | null;
  used?: number | null;
  unlimited?: boolean;
  currency?: string | null;
  /** bit/s after the cap; null = data stops at the cap */
  throttledTo?: number | null;
  validFrom?: string | null;
  validUntil?: string | null;
}
