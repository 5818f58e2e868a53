import { type Instant, toMs } from './instant.ts';
import type { Reading } from './reading.ts';
import { risesBetween } from './rises.ts';
import type { Rise, TopUp } from './top-up.ts';
import { provesTopUp } from './top-up-proof.ts';

/** What else is known of the line while a top-up is judged. */
export interface Compared {
  /** the reading before this one; null = none */
  previous: Reading | null;
  /** the line's other top-ups */
  others: readonly TopUp[];
}

interface FiguresInput extends Partial<Compared> {
  topUp: TopUp;
  reading: Reading | null;
  now: Instant;
}

/** What is left of `rises` when what other top-ups have brought is taken out: nothing is counted twice. */
function without(rises: readonly Rise[], taken: readonly Rise[]): Rise[] {
  const left = [...rises];
  for (const { what, label, currency, by } of taken) {
    const index = left.findIndex(
      (rise) => rise.what === what && rise.label === label && rise.currency === currency,
    );
    const same = left[index];
    if (!same) continue;
    const rest = same.by === null || by === null ? 0 : same.by - by;
    left.splice(index, 1, ...(rest > 0 ? [{ ...same, by: rest }] : []));
  }
  return left;
}

/** What another top-up brought was not yet in the figures from before this one. */
function cameSince({ before, openedAt }: TopUp, { after, settledAt }: TopUp): boolean {
  if (after?.asOf && before?.asOf) return toMs(after.asOf) > toMs(before.asOf);
  return settledAt !== null && settledAt >= openedAt;
}

/** The others that were credited while this one was waited for. */
function rivals({ topUp, others = [] }: FiguresInput): TopUp[] {
  return others.filter(
    (other) => other.id !== topUp.id && other.state === 'credited' && cameSince(topUp, other),
  );
}

/** What rose since the top-up was opened, but for what others brought. */
export function risesSince(input: FiguresInput): Rise[] {
  const { topUp, reading, now } = input;
  if (!topUp.before || !reading) return [];
  const taken = rivals(input).flatMap(({ rises }) => rises);
  return without(risesBetween(topUp.before, reading, now), taken);
}

/**
 * What rose since the reading before. An answer that was measured no later proves nothing; for a plain link, of
 * which nothing is known, the carrier must tell when it measured: an old answer would look like a rise.
 */
function lastRises(input: FiguresInput): Rise[] {
  const { topUp, previous, reading, now } = input;
  if (!topUp.before || !previous || !reading) return [];
  const known = previous.asOf !== null && reading.asOf !== null;
  if (known && toMs(reading.asOf ?? now) <= toMs(previous.asOf ?? now)) return [];
  if (!known && !topUp.offer && !topUp.price) return [];
  const seen = JSON.stringify(reading);
  // Or by one in between, which another install has seen.
  const isSince = ({ asOf }: Reading) => asOf !== null && previous.asOf !== null && asOf > previous.asOf;
  const taken = rivals(input).filter(
    ({ after }) => after !== null && (isSince(after) || JSON.stringify(after) === seen),
  );
  return without(
    risesBetween(previous, reading, now),
    taken.flatMap(({ rises }) => rises),
  );
}

/**
 * The rises that show what was bought; null = none do. Since the opening first, so that what comes in parts is seen
 * whole; then since the reading before, so that use or a reset while it was waited for hides nothing.
 */
export function proofOf(input: FiguresInput): Rise[] | null {
  const { topUp } = input;
  for (const rises of [risesSince(input), lastRises(input)]) {
    if (provesTopUp(topUp, rises)) return rises;
  }
  return null;
}
