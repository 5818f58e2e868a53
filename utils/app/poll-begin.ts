import { Failure, type FailureFacts } from '../domain/failure.ts';
import type { Line } from '../domain/line.ts';
import { LockedError } from '../domain/locked.ts';
import { nextJob } from '../domain/next-job.ts';
import type { Attempt, ReadingRow } from '../domain/records.ts';
import { allowedAt } from '../domain/refresh.ts';
import type { TopUp } from '../domain/top-up.ts';
import { isWatched } from '../domain/top-up-outcome.ts';
import { wantsSecondLook } from '../domain/top-up-watch.ts';
import { restUntil } from './asks.ts';
import { type Access, accessOf } from './carrier.ts';
import type { RefreshResult } from './commands.ts';
import { type Deps, nowOf } from './deps.ts';
import { timingOf } from './intervals.ts';
import { failUnasked, openAttempt, type PollWhy } from './poll-attempt.ts';

/** A poll whose attempt is stored: what it asks with, and what was known before. */
export interface Begun {
  line: Line;
  access: Access;
  attempt: Attempt;
  before: ReadingRow | null;
  /** those to be asked about */
  topUps: readonly TopUp[];
}

/**
 * Looks whether a line may and wants to be asked, and writes the attempt; or tells why not. To be called alone: what
 * somebody else has just asked is not asked again.
 */
export async function beginPoll(deps: Deps, lineId: string, why: PollWhy): Promise<Begun | RefreshResult> {
  const line = await deps.store.line(lineId);
  if (!line || (line.paused && why !== 'watch')) return { lineId, outcome: 'paused', at: null };
  const last = await deps.store.attempt(lineId);
  const now = nowOf(deps);
  const topUps = (await deps.store.topUps(lineId)).filter(
    (topUp) => isWatched(topUp) || wantsSecondLook(topUp, last?.lastSuccessAt ?? null, now),
  );
  const wait = await waitOf(deps, line, last, topUps, why);
  if (wait !== 'none') return { lineId, outcome: 'not-before', at: wait };
  const access = await accessOrWhyNot(deps, line);
  if (access === 'locked') return { lineId, outcome: 'locked', at: null };
  if ('kind' in access) {
    await failUnasked(deps, line, last, access);
    return { lineId, outcome: 'failed', at: null };
  }
  const attempt = await openAttempt(deps, line, last);
  await deps.store.putAttempt(attempt);
  return { line, access, attempt, before: await deps.store.reading(lineId), topUps };
}

/** From when it may be asked; `none` = now, null = not by itself. */
async function waitOf(
  deps: Deps,
  line: Line,
  attempt: Attempt | null,
  topUps: readonly TopUp[],
  why: PollWhy,
): Promise<string | null> {
  const now = nowOf(deps);
  const rest = await restUntil(deps, line.id);
  if (rest !== null) return rest;
  const timing = timingOf(line);
  if (why === 'person') return allowedAt({ attempt, ...timing.facts, now, watch: false }) ?? 'none';
  const { paused } = line;
  const job = nextJob({ resting: false, paused, attempt, topUps, now, pageOpen: deps.pageOpen(), ...timing });
  return job && job.at <= now ? 'none' : (job?.at ?? null);
}

async function accessOrWhyNot(deps: Deps, line: Line): Promise<Access | FailureFacts | 'locked'> {
  try {
    return await accessOf(deps, line);
  } catch (error) {
    if (error instanceof LockedError) return 'locked';
    if (error instanceof Failure) return { kind: error.kind, retryAt: error.retryAt, detail: error.detail };
    throw error;
  }
}
