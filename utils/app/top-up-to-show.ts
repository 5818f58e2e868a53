import type { TopUp } from '../domain/top-up.ts';
import { isPending } from '../domain/top-up-outcome.ts';

/** The top-up that stands above all else: the newest pending one, else the last outcome until it is closed. */
export function topUpToShow(topUps: readonly TopUp[]): TopUp | null {
  const newest = topUps.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const pending = newest.find((topUp) => isPending(topUp) && !isClosed(topUp));
  if (pending) return pending;
  const [last] = newest;
  return last && !last.dismissed && last.state !== 'abandoned' ? last : null;
}

/** One that is overdue is still watched, but no longer in the way of a person who has seen it. */
function isClosed({ state, dismissed }: TopUp): boolean {
  return state === 'overdue' && dismissed;
}
