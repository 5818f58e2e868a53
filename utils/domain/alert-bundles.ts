import { CLEARLY_LATER, type Condition, condition, isLaterEnd } from './alert-condition.ts';
import { daysTo } from './alert-ends.ts';
import type { AlertInput } from './alerts.ts';
import { type Bundle, bundlesOf } from './bundles.ts';
import { alertKey, parseAlertKey } from './episodes.ts';
import { DAY, HOUR, toMs } from './instant.ts';
import type { Reading } from './reading.ts';
import type { AlertEpisode } from './records.ts';
import { renews } from './renews.ts';

const STEPS = [3, 1] as const;
/** Ends that are told anew with each answer wander by so much. */
const SAME_END = HOUR;

/** A contract whose periods follow one another ends nothing; what renews at a price is told, as it costs. */
function goesOn({ until }: Bundle, reading: Reading): boolean {
  return reading.autoRenew === null && renews(until, reading);
}

/** Nothing of it can be lost any more, or it goes on. A day pass would be about to end from its first minute on. */
function isQuiet(bundle: Bundle, days: number, reading: Reading, { now }: AlertInput): boolean {
  const { head, until, left } = bundle;
  const isShort = head.validFrom !== null && toMs(until) - toMs(head.validFrom) < 2 * days * DAY;
  return until <= now || !left || isShort || goesOn(bundle, reading);
}

/** The same end was told of another part of the bundle, which is used up or no longer listed. */
function toldAsAnother(
  key: string,
  { until }: Bundle,
  days: number,
  ids: ReadonlySet<string>,
  told: readonly AlertEpisode[],
) {
  return told.some((episode) => {
    const of = parseAlertKey(episode.key);
    if (of?.kind !== 'bundle-ends' || of.days !== days || episode.key === key) return false;
    if (!episode.until || episode.toldAt === null) return false;
    return !ids.has(of.subject ?? '') && Math.abs(toMs(episode.until) - toMs(until)) < SAME_END;
  });
}

function stepOf(
  bundle: Bundle,
  days: number,
  ids: ReadonlySet<string>,
  input: AlertInput,
  reading: Reading,
): Condition {
  const { head, until } = bundle;
  const key = alertKey('bundle-ends', days, head.id);
  if (isQuiet(bundle, days, reading, input)) return condition(key, false, { end: until });
  const left = daysTo(until, head.validUntilEstimated, input);
  const before = input.episodes.find((episode) => episode.key === key)?.until;
  if (left > days) {
    const isOver = left >= days + CLEARLY_LATER || (before !== undefined && isLaterEnd(until, before));
    return condition(key, isOver ? false : null, { end: until });
  }
  return condition(key, toldAsAnother(key, bundle, days, ids, input.episodes) ? null : true, { end: until });
}

/** What is not listed now may be again with the next answer: it is over when its end is past. */
function gone(keys: ReadonlySet<string>, { episodes, now }: AlertInput): Condition[] {
  return episodes
    .filter(
      ({ key, endedAt }) => endedAt === null && !keys.has(key) && parseAlertKey(key)?.kind === 'bundle-ends',
    )
    .map(({ key, until }) => condition(key, until !== undefined && until > now ? null : false));
}

/** Bundles that are about to end. Each end is told once a step, and again only for a clearly later one. */
export function bundleConditions(input: AlertInput): Condition[] {
  if (!input.row || input.stale) return [];
  const { reading } = input.row;
  const bundles = bundlesOf(reading.buckets);
  const ids = new Set(bundles.filter(({ left }) => left).map(({ head }) => head.id));
  const found = bundles.flatMap((bundle) => STEPS.map((days) => stepOf(bundle, days, ids, input, reading)));
  return [...found, ...gone(new Set(found.map(({ key }) => key)), input)];
}
