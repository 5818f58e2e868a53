import { type Condition, condition } from './alert-condition.ts';
import type { AlertInput } from './alerts.ts';
import { alertKey, parseAlertKey } from './episodes.ts';
import { daysLeft } from './format.ts';
import { hasSomethingLeft } from './headline.ts';
import { DAY, type Instant, toMs } from './instant.ts';
import type { Bucket, Reading } from './reading.ts';
import { renews } from './renews.ts';

const LAPSE_DAYS = [30, 14, 7, 3, 1] as const;
const BUNDLE_DAYS = [3, 1] as const;
/** An end this many days beyond a step is clearly another end, not a shift of zones. */
const CLEARLY_LATER = 2;

/** Calendar days to an end. One whose zone had to be assumed may come a day sooner than it says. */
function daysTo(at: Instant, estimated: boolean, { now, zone }: AlertInput): number {
  return daysLeft(at, now, zone) - (estimated ? 1 : 0);
}

function step(key: string, days: number, left: number): Condition {
  return condition(key, left <= days ? true : left >= days + CLEARLY_LATER ? false : null);
}

/** The ladder to the end of the line or number itself. What lies behind is the line's state, not a warning. */
function lapseConditions(input: AlertInput, { validUntil }: Reading): Condition[] {
  if (!validUntil || validUntil.at <= input.now) return [];
  const left = daysTo(validUntil.at, validUntil.estimated, input);
  return LAPSE_DAYS.map((days) => step(alertKey('lapse', days), days, left));
}

/** A bundle is what ends at one instant; its first data bucket, else its first, speaks for it. */
function bundles(reading: Reading): { head: Bucket; until: Instant; left: boolean }[] {
  const byEnd = new Map<Instant, Bucket[]>();
  for (const bucket of reading.buckets) {
    if (bucket.validUntil && bucket.kind !== 'money' && bucket.state !== 'queued')
      byEnd.set(bucket.validUntil, [...(byEnd.get(bucket.validUntil) ?? []), bucket]);
  }
  return [...byEnd].flatMap(([until, buckets]) => {
    const head = buckets.find(({ kind }) => kind === 'data') ?? buckets[0];
    const left = buckets.some(
      (bucket) => (bucket.state === 'active' || bucket.state === 'throttled') && hasSomethingLeft(bucket),
    );
    return head ? [{ head, until, left }] : [];
  });
}

function bundleSteps(
  input: AlertInput,
  { head, until, left }: ReturnType<typeof bundles>[number],
  reading: Reading,
): Condition[] {
  const quiet = until <= input.now || !left || renews(until, reading);
  const remaining = daysTo(until, head.validUntilEstimated, input);
  return BUNDLE_DAYS.map((days) => {
    const key = alertKey('bundle-ends', days, head.id);
    // A day pass would be about to end from its first minute on.
    const short = head.validFrom !== null && toMs(until) - toMs(head.validFrom) < 2 * days * DAY;
    return quiet || short ? condition(key, false) : step(key, days, remaining);
  });
}

/** Bundles that are about to end, and the end of those that are no longer listed. */
function bundleConditions(input: AlertInput, reading: Reading): Condition[] {
  const found = bundles(reading).flatMap((bundle) => bundleSteps(input, bundle, reading));
  const keys = new Set(found.map(({ key }) => key));
  const gone = input.episodes.filter(
    ({ key, endedAt }) => endedAt === null && !keys.has(key) && parseAlertKey(key)?.kind === 'bundle-ends',
  );
  return [...found, ...gone.map(({ key }) => condition(key, false))];
}

/** What ends soon: the line or number itself, and bundles. */
export function endConditions(input: AlertInput): Condition[] {
  if (!input.row || input.stale) return [];
  const { reading } = input.row;
  return [...lapseConditions(input, reading), ...bundleConditions(input, reading)];
}
