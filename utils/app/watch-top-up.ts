import { Failure } from '../domain/failure.ts';
import type { Checkout } from '../domain/offers.ts';
import type { Reading } from '../domain/reading.ts';
import type { TopUp } from '../domain/top-up.ts';
import { settle } from '../domain/top-up-outcome.ts';
import { nextWatch } from '../domain/top-up-watch.ts';
import { type Access, fetchFrom } from './carrier.ts';
import { type Deps, nowOf } from './deps.ts';
import { intervalOf } from './intervals.ts';
import type { PollWhy } from './poll-attempt.ts';

/** The carrier's word on every pending checkout. One that cannot be asked is asked again at the next watch. */
export async function askCheckouts(
  deps: Deps,
  access: Access,
  topUps: readonly TopUp[],
): Promise<Map<string, Checkout>> {
  const found = new Map<string, Checkout>();
  for (const topUp of topUps) {
    const checkout = await askCheckout(deps, access, topUp);
    if (checkout) found.set(topUp.id, checkout);
  }
  return found;
}

async function askCheckout(deps: Deps, access: Access, topUp: TopUp): Promise<Checkout | null> {
  const { checkoutId } = topUp;
  if (!checkoutId || !access.provider.topUps) return null;
  try {
    return await fetchFrom(deps, access, async (provider, values, context) => {
      if (!provider.topUps) throw new Failure('unreadable', 'no checkouts');
      return provider.topUps.status(values, context, checkoutId);
    });
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** The pending top-ups as they stand after this poll, each with its next watch. */
export function settleTopUps(
  deps: Deps,
  access: Access,
  topUps: readonly TopUp[],
  reading: Reading | null,
  checkouts: Map<string, Checkout>,
  why: PollWhy,
): TopUp[] {
  const now = nowOf(deps);
  const watch = { now, pageOpen: deps.pageOpen(), ...intervalOf(access.provider, null) };
  return topUps.map((topUp) => {
    const checkout = checkouts.get(topUp.id) ?? null;
    const settled = settle({ topUp, reading, checkout, now });
    const watched = settled.watched + (why === 'watch' ? 1 : 0);
    return { ...settled, watched, nextWatchAt: nextWatch({ topUp: { ...settled, watched }, ...watch }) };
  });
}
