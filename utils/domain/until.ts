import { allowancePerDay } from './allowance.ts';
import type { Foreseen } from './forecast-words.ts';
import { dayIn } from './format.ts';
import type { Forecast, Headline, Verdict } from './glance.ts';
import { type Instant, toInstant } from './instant.ts';
import { renews } from './renews.ts';
import { chanceBefore } from './run-out.ts';
import { verdictOf } from './shown-forecast.ts';
import { addDays, startOfDay } from './stretches.ts';

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

export type DayAnswer =
  | { kind: 'past' }
  /** there is nothing that could run out, or nothing is known of it */
  | { kind: 'unlimited' | 'unknown' | 'none' | 'used-up' }
  | (UntilAnswer & {
      kind: 'answer';
      /** the instant up to which it is judged */
      at: Instant;
      /** what is left ends or is renewed on an earlier day, so that it is judged up to then; null = it does not */
      sooner: 'renews' | 'ends' | null;
    });

/** Does what is left last to the end of a calendar day in `zone` (IANA)? */
export function answerFor(line: Foreseen, day: string, now: Instant, zone: string): DayAnswer {
  if (day < dayIn(now, zone)) return { kind: 'past' };
  const { headline, endsAt } = line;
  if (headline.kind !== 'data') return { kind: headline.kind };
  if (headline.remaining <= 0) return { kind: 'used-up' };
  const end = toInstant(startOfDay(addDays(day, 1), zone));
  const isBounded = endsAt !== null && endsAt > now && endsAt < end;
  const at = isBounded ? endsAt : end;
  const answer = lastsUntil(line, now, at);
  if (!answer) return { kind: 'past' };
  const before = isBounded && dayIn(endsAt, zone) < day;
  return {
    kind: 'answer',
    ...answer,
    at,
    sooner: before ? (renews(endsAt, line) ? 'renews' : 'ends') : null,
  };
}
