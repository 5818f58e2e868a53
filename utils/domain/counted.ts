import { hasSomethingLeft } from './headline.ts';
import type { Thresholds } from './line.ts';
import type { Reading } from './reading.ts';

export type CallKind = 'voice' | 'sms';

/** What is left of the calls or messages of a line: seconds, or messages. */
export interface Counted {
  remaining: number;
  /** null = unknown */
  total: number | null;
}

const COUNTED = ['active', 'throttled', 'depleted'];

/** By default: at or below this share, or this many seconds or messages, whichever is less. */
const SHARE = 0.2;
export const CALL_LIMITS: Record<CallKind, number> = { voice: 30 * 60, sms: 20 };

/** `unlimited`, what is left, or null: it holds none, or does not tell all of it. */
export function countedOf(
  { buckets }: Pick<Reading, 'buckets'>,
  kind: CallKind,
): Counted | 'unlimited' | null {
  const own = buckets.filter(
    (bucket) => bucket.kind === kind && bucket.scope === 'general' && COUNTED.includes(bucket.state),
  );
  if (own.some(({ unlimited }) => unlimited)) return 'unlimited';
  let remaining = 0;
  let total: number | null = 0;
  for (const bucket of own) {
    if (bucket.remaining === null && hasSomethingLeft(bucket)) return null;
    remaining += bucket.remaining ?? 0;
    total = total === null || bucket.total === null ? null : total + bucket.total;
  }
  return own.length === 0 || total === 0 ? null : { remaining, total };
}

/** At or below it calls or messages are low: seconds, or messages. */
export function callLimit(kind: CallKind, total: number | null, own: Thresholds): number {
  const limit = CALL_LIMITS[kind];
  const byDefault = total === null ? limit : Math.min(Math.floor(total * SHARE), limit);
  return (kind === 'voice' ? own.lowVoice : own.lowSms) ?? byDefault;
}
