import { isSlowed, left, nextToSpend, startQueued } from './buckets.ts';
import { type LineModel, noteUse } from './line-model.ts';
import type { LineRow } from './rows.ts';
import type { Channel } from './usage-pattern.ts';

/** Which buckets serve a channel, those of the first scope first. */
const SERVED_BY: Record<Channel, { kind: string; scopes: string[] }> = {
  data: { kind: 'data', scopes: ['general'] },
  roaming: { kind: 'data', scopes: ['roaming'] },
  night: { kind: 'data', scopes: ['night', 'general'] },
  voice: { kind: 'voice', scopes: ['general'] },
  sms: { kind: 'sms', scopes: ['general'] },
};

/**
 * Spends from the buckets of a line, then from its credit. `usedBy` tells what has been used from the start of the
 * span up to an instant within it.
 */
export function spend(
  model: LineModel,
  channel: Channel,
  usedBy: (at: number) => number,
  until: number,
): void {
  const demand = usedBy(until);
  const { kind, scopes } = SERVED_BY[channel];
  const next = (at: number) =>
    scopes.map((scope) => nextToSpend(model.buckets, kind, scope, at)).find((found) => found !== undefined);
  let at = model.line.metered_to;
  let spent = 0;
  while (spent < demand && !model.line.past_bundles) {
    const bucket = next(at);
    if (!bucket) break;
    const part = Math.min(demand - spent, left(bucket));
    if (bucket.used !== null) bucket.used += part;
    spent += part;
    if (left(bucket) > 0) continue;
    at = firstInstant(at, until, (instant) => usedBy(instant) >= spent);
    startQueued(model.buckets, at);
  }
  const flows = kind === 'data' && !model.line.past_bundles && isSlowed(model.buckets, until);
  noteUse(model, channel, spent + (flows ? 0 : payFromCredit(model.line, channel, demand - spent)));
}

/** The first instant of a span at which something is so that stays so; it is so at the end. */
function firstInstant(from: number, until: number, isSo: (at: number) => boolean): number {
  let [before, after] = [from, until];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isSo(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** Where a channel's rate and its meter stand, and how much one rate buys. Roaming is stopped, not paid for. */
const PRICES = {
  data: { rate: 'payg_rate', meter: 'payg_bytes', buys: 1_000_000 },
  night: { rate: 'payg_rate', meter: 'payg_bytes', buys: 1_000_000 },
  voice: { rate: 'voice_rate', meter: 'voice_seconds', buys: 60 },
  sms: { rate: 'sms_rate', meter: 'sms_messages', buys: 1 },
} as const;

/** Pay as you go: what no bundle covers is paid from the credit while there is any; answers how much was used. */
function payFromCredit(line: LineRow, channel: Channel, amount: number): number {
  if (channel === 'roaming' || amount === 0) return 0;
  const { rate, meter, buys } = PRICES[channel];
  const price = line[rate];
  const credit = line.credit ?? 0;
  if (!price || credit <= 0) return 0;
  const perUnit = buys / price;
  const used = Math.min(amount, credit * perUnit - line[meter]);
  const metered = line[meter] + used;
  const cost = Math.floor(metered / perUnit);
  line.credit = credit - cost;
  line[meter] = metered - cost * perUnit;
  return used;
}
