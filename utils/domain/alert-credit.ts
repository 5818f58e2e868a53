import { CLEARLY_ABOVE, type Condition, condition, lastRiseAt, latest } from './alert-condition.ts';
import type { AlertInput } from './alerts.ts';
import { type CallKind, callLimit, countedOf } from './counted.ts';
import { burnOf } from './credit-burn.ts';
import { alertKey } from './episodes.ts';
import type { Reading } from './reading.ts';

function lowCredit({ line, topUps }: AlertInput, { credit }: Reading): Condition[] {
  const limit = line.thresholds.lowCredit;
  const key = alertKey('credit-low');
  if (limit === null) return [condition(key, false)];
  if (!credit) return [];
  const above = credit.amount > CLEARLY_ABOVE * limit;
  const holds = credit.amount <= limit ? true : above ? false : null;
  return [condition(key, holds, { rearmedAt: lastRiseAt(topUps, 'credit') })];
}

/** Credit that burns; another burning than the one that was told of is told anew. */
function burning(watch: NonNullable<AlertInput['row']>['watch']): Condition[] {
  const key = alertKey('credit-burn');
  if (!watch?.falls) return [condition(key, false)];
  return [condition(key, burnOf(watch) ? true : null, { rearmedAt: watch.falls.since })];
}

/** Calls or messages: low, and used up. */
function calls(kind: CallKind, { line, topUps, now }: AlertInput, reading: Reading): Condition[] {
  const [low, usedUp] = [alertKey(`${kind}-low`), alertKey(`${kind}-used-up`)];
  const counted = countedOf(reading, kind);
  if (!counted) return [];
  if (counted === 'unlimited') return [condition(low, false), condition(usedUp, false)];
  const { remaining, total } = counted;
  const limit = callLimit(kind, total, line.thresholds);
  const start = reading.period && reading.period.start <= now ? reading.period.start : null;
  const rearmedAt = latest([lastRiseAt(topUps, kind), start]);
  const above = remaining > CLEARLY_ABOVE * limit;
  return [
    condition(low, remaining <= limit ? true : above ? false : null, { rearmedAt }),
    condition(usedUp, remaining === 0 ? true : remaining > Math.min(limit, CLEAR[kind]) ? false : null, {
      rearmedAt,
    }),
  ];
}

/** Seconds or messages above which they are no longer used up; less may be a carrier's rounding. */
const CLEAR: Record<CallKind, number> = { voice: 60, sms: 1 };

const SERVING: readonly Reading['lineStatus'][] = ['active', 'throttled', 'unknown'];

/** What the credit, the calls and the messages of a line need. */
export function creditConditions(input: AlertInput): Condition[] {
  const { row, stale, line } = input;
  if (line.thresholds.lowCredit === null && (!row || stale))
    return [condition(alertKey('credit-low'), false)];
  if (!row || stale) return [];
  const { reading } = row;
  const counted = SERVING.includes(reading.lineStatus)
    ? [...calls('voice', input, reading), ...calls('sms', input, reading)]
    : [];
  return [...lowCredit(input, reading), ...(reading.credit ? burning(row.watch) : []), ...counted];
}
