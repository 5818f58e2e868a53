import { Failure, type FailureKind } from '../domain/failure.ts';
import type { Checkout } from '../domain/offers.ts';
import type { ReadingRow } from '../domain/records.ts';
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
 * of which the carrier itself says, or has said, that they are credited. What the person did to them meanwhile holds.
 * `read`: the row that the poll brought. To be called alone.
 */
export async function settleTopUps(
  deps: Deps,
  { line, topUps, before }: Begun,
  read: ReadingRow | null,
  checkouts: ReadonlyMap<string, Checkout>,
  why: PollWhy,
): Promise<TopUp[]> {
  // Settled when it was read: what is credited by an answer is not later than that answer.
  const now = read?.checkedAt ?? nowOf(deps);
  const watch = { now, pageOpen: deps.pageOpen(), ...timingOf(line) };
  const reading = read?.reading ?? null;
  const stored = await deps.store.topUps(line.id);
  const asked = new Map(topUps.map(({ id, state }) => [id, state]));
  const settleOne = (topUp: TopUp, others: readonly TopUp[]): TopUp => {
    const checkout = checkouts.get(topUp.id) ?? null;
    // An import may bring a top-up that was opened after this computer had last looked.
    const previous = before && before.checkedAt >= topUp.openedAt ? before.reading : null;
    const settled = settle({ topUp, reading, checkout, now, previous, others });
    const watched = settled.watched + (why === 'watch' && isWatched(topUp) ? 1 : 0);
    return { ...settled, watched, nextWatchAt: nextWatch({ topUp: { ...settled, watched }, ...watch }) };
  };
  const certain = ({ id, state }: TopUp) =>
    Number(state === 'credited' || checkouts.get(id)?.status === 'credited');
  const open = stored.filter(({ id, state }) => asked.get(id) === state);
  const ids = new Set(open.map(({ id }) => id));
  return open
    .toSorted((a, b) => certain(b) - certain(a))
    .reduce<TopUp[]>(
      // What has proved one proves no other of the same poll.
      (all, topUp) => all.map((one) => (one.id === topUp.id ? settleOne(topUp, all) : one)),
      stored,
    )
    .filter(({ id }) => ids.has(id));
}
