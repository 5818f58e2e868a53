import { allowancePerDay } from './allowance.ts';
import type { Forecast, Headline, Verdict } from './glance.ts';
import type { Instant } from './instant.ts';
import { chanceBefore } from './run-out.ts';
import { verdictOf } from './shown-forecast.ts';

/** Whether what is left lasts until a day that a person asks about, and what would make it. */
export interface UntilAnswer {
  /** the chance that it does not, 0 to 1; null = there is no forecast */
  chance: number | null;
  verdict: Verdict;
  /** bytes a day */
  perDay: number;
}

/** Does it last until `until`? null = that is past, or there is no limited amount. */
export function lastsUntil(
  { headline, forecast }: { headline: Headline; forecast: Forecast },
  now: Instant,
  until: Instant,
): UntilAnswer | null {
  if (headline.kind !== 'data') return null;
  const { remaining } = headline;
  const perDay = allowancePerDay(remaining, now, until);
  if (perDay === null) return null;
  const known = forecast.kind === 'estimate';
  const chance = known ? chanceBefore({ ...forecast, remaining, from: now }, until) : null;
  return { chance, verdict: verdictOf(chance, null), perDay };
}
