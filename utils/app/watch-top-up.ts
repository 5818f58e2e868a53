import { Failure, type FailureKind } from '../domain/failure.ts';
import type { Checkout } from '../domain/offers.ts';
import type { Reading } from '../domain/reading.ts';
import type { TopUp } from '../domain/top-up.ts';
import { isWatched, settle } from '../domain/top-up-outcome.ts';
import { nextWatch } from '../domain/top-up-watch.ts';
import { type Access, askCarrier, unconditional } from './carrier.ts';
import { type Deps, nowOf } from './deps.ts';
import { timingOf } from './intervals.ts';
import type { PollWhy } from './poll-attempt.ts';
import type { Begun } from './poll-begin.ts';

/** Checkouts that one poll asks for; the older ones come when these have come to their end. */
const CHECKOUTS_A_POLL = 4;
/** With these the next request of the same poll would fare no better, or would not be welcome. */
const END_THE_POLL: readonly FailureKind[] = [
  'offline',
  'timeout',
  'no-access',
  'rate-limited',
  'wrong-network',
  'intercepted',
];

/**
 * Adds the carrier's word on pending checkouts to `found`. One that cannot be told is asked again at the next watch.
 * Answers whether an access token may still be renewed in this poll. Throws Failure where the whole poll has failed.
 */
export async function askCheckouts(
  deps: Deps,
  access: Access,
  topUps: readonly TopUp[],
  found: Map<string, Checkout>,
): Promise<boolean> {
  const newest = topUps.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const asked = newest.filter(({ checkoutId }) => checkoutId !== null).slice(0, CHECKOUTS_A_POLL);
  let mayRenew = true;
  for (const topUp of asked) {
    const checkout = await askCheckout(deps, access, topUp, mayRenew);
    if (checkout === 'refused') mayRenew = false;
    else if (checkout) found.set(topUp.id, checkout);
  }
  return mayRenew;
}

async function askCheckout(
  deps: Deps,
  access: Access,
  { checkoutId }: TopUp,
  mayRenew: boolean,
): Promise<Checkout | 'refused' | null> {
  if (!checkoutId || !access.provider.topUps) return null;
  try {
    const answer = await askCarrier(
      deps,
      access,
      async (provider, values, context) => {
        if (!provider.topUps) throw new Failure('unreadable', 'no checkouts');
        return provider.topUps.status(values, context, checkoutId);
      },
      { etags: {}, mayRenew },
    );
    return unconditional(answer);
  } catch (error) {
    if (!(error instanceof Failure) || END_THE_POLL.includes(error.kind)) throw error;
    return error.kind === 'signed-out' ? 'refused' : null;
  }
}

/**
 * The top-ups that the poll was to ask about, as they stand now and after it, each with its next watch: those first
 * of which the carrier itself says that they are credited. What the person did to them meanwhile holds. To be called
 * alone.
 */
export async function settleTopUps(
  deps: Deps,
  { line, topUps, before }: Begun,
  reading: Reading | null,
  checkouts: ReadonlyMap<string, Checkout>,
  why: PollWhy,
): Promise<TopUp[]> {
  const now = nowOf(deps);
  const watch = { now, pageOpen: deps.pageOpen(), ...timingOf(line) };
  const all = await deps.store.topUps(line.id);
  const asked = new Map(topUps.map(({ id, state }) => [id, state]));
  const previous = before?.reading ?? null;
  const certain = ({ id }: TopUp) => Number(checkouts.get(id)?.status === 'credited');
  return all
    .filter(({ id, state }) => asked.get(id) === state)
    .toSorted((a, b) => certain(b) - certain(a))
    .map((topUp) => {
      const checkout = checkouts.get(topUp.id) ?? null;
      const settled = settle({ topUp, reading, checkout, now, previous, others: all });
      const watched = settled.watched + (why === 'watch' && isWatched(topUp) ? 1 : 0);
      const next = {
        ...settled,
        watched,
        nextWatchAt: nextWatch({ topUp: { ...settled, watched }, ...watch }),
      };
      // What has proved this one proves no other of the same poll.
      all.splice(all.indexOf(topUp), 1, next);
      return next;
    });
}
