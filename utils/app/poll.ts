import { Failure, type FailureFacts } from '../domain/failure.ts';
import { LockedError } from '../domain/locked.ts';
import type { Checkout } from '../domain/offers.ts';
import { type Reading, readingSchema } from '../domain/reading.ts';
import { alone } from './alone.ts';
import { askCarrier, type CarrierWork } from './carrier.ts';
import type { RefreshResult } from './commands.ts';
import type { Deps } from './deps.ts';
import type { PollWhy } from './poll-attempt.ts';
import { type Begun, beginPoll } from './poll-begin.ts';
import { recordPoll } from './poll-record.ts';
import type { HttpRun } from './ports.ts';
import { askCheckouts } from './watch-top-up.ts';

/** What one run of requests brought: a reading, an unchanged answer, or a failure; and the word on checkouts. */
export interface Outcome {
  /** null = the figures are as before, or the poll failed */
  reading: Reading | null;
  /** `locked`: the passphrase was taken away while the carrier was asked */
  failure: FailureFacts | 'locked' | null;
  run: HttpRun | null;
  checkouts: ReadonlyMap<string, Checkout>;
}

/**
 * Polls one line and stores what came of it. One run per line at a time, whoever asks; never beyond the budget.
 * The attempt is written before the request, so that a worker that dies in between leaves a trace.
 */
export async function pollLine(deps: Deps, lineId: string, why: PollWhy): Promise<RefreshResult> {
  const result = await deps.locks.ifFree(`poll:${lineId}`, async () => {
    const begun = await alone(deps, () => beginPoll(deps, lineId, why));
    if ('outcome' in begun) return begun;
    const outcome = await askLine(deps, begun);
    await alone(deps, () => recordPoll(deps, begun, outcome, why));
    return resultOf(lineId, outcome);
  });
  return result ?? { lineId, outcome: 'in-progress', at: null };
}

function resultOf(lineId: string, { failure, reading }: Outcome): RefreshResult {
  if (failure === 'locked') return { lineId, outcome: 'locked', at: null };
  if (failure) return { lineId, outcome: 'failed', at: null };
  return { lineId, outcome: reading ? 'read' : 'unchanged', at: null };
}

/** Checkouts first: what they say is credited must stand in the reading that follows. */
async function askLine(deps: Deps, { line, access, attempt, before, topUps }: Begun): Promise<Outcome> {
  const checkouts = new Map<string, Checkout>();
  // Without a kept reading an "unchanged" would leave nothing to show.
  const etags = before ? attempt.etags : {};
  try {
    const mayRenew = await askCheckouts(deps, access, topUps, checkouts);
    const read: CarrierWork<Reading> = (provider, values, context) => provider.read(values, context);
    const { value, run } = await askCarrier(deps, access, read, { etags, mayRenew });
    return { reading: value && checkReading(value), failure: null, run, checkouts };
  } catch (error) {
    return { reading: null, failure: failureOf(error, line.providerId), run: null, checkouts };
  }
}

/** The last wall between a provider and the store. */
function checkReading(value: Reading): Reading {
  const parsed = readingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Failure('unreadable', `reading: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}

/** A defect of ours is told as `unreadable`, with its name for diagnostics, and never stops the next poll. */
function failureOf(error: unknown, providerId: string): FailureFacts | 'locked' {
  if (error instanceof LockedError) return 'locked';
  if (error instanceof Failure) return { kind: error.kind, retryAt: error.retryAt, detail: error.detail };
  const name = error instanceof Error ? error.name : typeof error;
  return { kind: 'unreadable', retryAt: null, detail: `defect in ${providerId}: ${name}` };
}
