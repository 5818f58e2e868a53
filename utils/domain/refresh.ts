import { type BudgetInput, mayPoll } from './budget.ts';
import type { FailureKind } from './failure.ts';
import { CLOCK_SLACK_MS } from './freshness.ts';
import { type Instant, MINUTE, toInstant, toMs } from './instant.ts';
import type { Attempt } from './records.ts';
import { clampRetryAt } from './retry.ts';
import type { PollFacts } from './schedule.ts';

/** With these the request never reached the carrier. */
const NEVER_ASKED: readonly FailureKind[] = ['offline', 'no-access'];

export interface AllowedInput extends PollFacts, Pick<BudgetInput, 'watch'> {
  attempt: Attempt | null;
  now: Instant;
}

/**
 * The earliest instant at which the carrier may be asked, whoever wants it: within the budget, after what the
 * carrier itself said, and never sooner than its provider bears. null = now.
 */
export function allowedAt({ attempt, network, minPollMinutes, now, watch }: AllowedInput): Instant | null {
  if (attempt === null) return null;
  const permit = mayPoll({ recent: attempt.recent, now, network, watch });
  const waits = [permit.ok ? null : permit.at, restOf(attempt, now), afterLast(attempt, minPollMinutes, now)];
  const ahead = waits.filter((at) => at !== null && at > now);
  return ahead.toSorted().at(-1) ?? null;
}

/** Until when the carrier wants to be left alone, by its answer to the last poll; null = it said nothing of that. */
export function restOf({ failure, finishedAt }: Attempt, now: Instant): Instant | null {
  if (!failure || finishedAt === null || isAhead(finishedAt, now)) return null;
  return clampRetryAt(failure.retryAt, finishedAt);
}

function afterLast({ failure, startedAt }: Attempt, minutes: number, now: Instant): Instant | null {
  if (isAhead(startedAt, now) || (failure && NEVER_ASKED.includes(failure.kind))) return null;
  return toInstant(toMs(startedAt) + minutes * MINUTE);
}

/** Comes of a clock that was moved, so that nothing can be told from it. */
function isAhead(at: Instant, now: Instant): boolean {
  return toMs(at) - toMs(now) > CLOCK_SLACK_MS;
}
