import { HOUR, type Instant, MINUTE, toInstant, toMs } from './instant.ts';
import { isAway, needsPerson } from './next-poll.ts';
import type { Attempt } from './records.ts';
import { allowedAt } from './refresh.ts';
import { isDue, isRunning, type PollFacts } from './schedule.ts';
import type { TopUp } from './top-up.ts';
import { isWatched } from './top-up-outcome.ts';
import { nextWatch } from './top-up-watch.ts';

export interface JobInput {
  /** not polled by itself: its secret is wrapped */
  resting: boolean;
  /** asked only of what was paid for: a checkout that was opened is watched to its end */
  paused: boolean;
  attempt: Attempt | null;
  topUps: readonly TopUp[];
  now: Instant;
  /** a page of the extension is open */
  pageOpen: boolean;
  facts: PollFacts;
  /** the line's normal poll interval */
  intervalMs: number;
  /** the provider's shortest interval */
  minPollMs: number;
}

/** What a line wants to be asked for next, and from when it may be. */
export interface Job {
  at: Instant;
  /** the schedule, the watch of a top-up, or somebody who looks at a line that needs a network, or another one */
  why: 'alarm' | 'watch' | 'back';
}

/**
 * The next poll that a line wants by itself; null = none before the person has done something. It is never sooner
 * than the carrier and the budget allow, so that nothing wakes up in vain.
 */
export function nextJob(input: JobInput): Job | null {
  const { resting, paused, attempt, facts, now } = input;
  if (resting || isStuck(attempt)) return null;
  const jobs = [
    jobOf('watch', watchAt(input)),
    jobOf('back', paused ? null : backAt(input)),
    jobOf('alarm', paused ? null : pollAt(input)),
  ].filter((job) => job !== null);
  const [first] = jobs
    .map(({ at, why }): Job => {
      const allowed = allowedAt({ attempt, ...facts, now, watch: why === 'watch' });
      return { why, at: allowed !== null && allowed > at ? allowed : at };
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return first ?? null;
}

/** Only the person can help, so that asking again would only be refused again. */
function isStuck(attempt: Attempt | null): boolean {
  const failure = attempt?.finishedAt ? attempt.failure : null;
  return failure !== null && needsPerson(failure.kind);
}

function jobOf(why: Job['why'], at: Instant | null): Job | null {
  return at === null ? null : { at, why };
}

/** What is overdue is due now: what it waited for before is past. */
function pollAt({ attempt, now }: JobInput): Instant | null {
  if (isDue(attempt, now)) return now;
  return attempt !== null && isRunning(attempt, now) ? null : (attempt?.nextPollAt ?? null);
}

function watchAt({ attempt, topUps, now, pageOpen, intervalMs, minPollMs }: JobInput): Instant | null {
  const wishes = topUps.filter(isWatched).flatMap((topUp) => {
    if (topUp.nextWatchAt === null) return [];
    // A page that was opened after the last watch shortens the wait.
    const last = attempt && attempt.startedAt > topUp.openedAt ? attempt.startedAt : topUp.openedAt;
    const closer = pageOpen ? nextWatch({ topUp, now: last, pageOpen, intervalMs, minPollMs }) : null;
    return [topUp.nextWatchAt, ...(closer ? [closer] : [])];
  });
  const [first] = wishes.toSorted();
  return first === undefined ? null : toInstant(Math.max(toMs(first), toMs(now)));
}

/**
 * The network may have changed since: while somebody looks, it is tried after a minute, then less and less often, so
 * that there is a poll left in the hour for whoever comes back late.
 */
function backAt({ attempt, now, pageOpen }: JobInput): Instant | null {
  if (!pageOpen || !attempt?.finishedAt || !attempt.failure || !isAway(attempt.failure.kind)) return null;
  const lately = attempt.recent.filter((at) => toMs(at) > toMs(now) - HOUR).length;
  return toInstant(toMs(attempt.finishedAt) + MINUTE * 2 ** Math.max(0, lately - 1));
}
