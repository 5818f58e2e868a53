import { CLOCK_SLACK_MS } from './freshness.ts';
import { DAY, HOUR, type Instant, toInstant, toMs } from './instant.ts';
import type { Network } from './schedule.ts';

interface Budget {
  hour: number;
  day: number;
}

const REMOTE: Budget = { hour: 6, day: 100 };
const BUDGETS: Record<Network, Budget> = {
  internet: REMOTE,
  'own-network': REMOTE,
  local: { hour: 15, day: 300 },
};
/** What a top-up watch may ask beyond the rest, in a day. */
const WATCH_EXTRA = 12;

export interface BudgetInput {
  /** starts of the polls of the last 24 hours, oldest first */
  recent: readonly Instant[];
  now: Instant;
  network: Network;
  /** the poll is one of a top-up watch */
  watch: boolean;
}

/** `at`: the earliest instant at which it may. */
export type Permit = { ok: true } | { ok: false; at: Instant };

/** May a line be asked once more? Holds whatever calls. */
export function mayPoll({ recent, now, network, watch }: BudgetInput): Permit {
  const budget = BUDGETS[network];
  const { plain, extra } = split(kept(recent, now), budget);
  const own = watch ? freeFrom(extra, WATCH_EXTRA, DAY) : Number.POSITIVE_INFINITY;
  const at = Math.min(within(plain, budget), own);
  return at <= toMs(now) ? { ok: true } : { ok: false, at: toInstant(at) };
}

/** The polls that still count; one in the future was counted by a clock that has been moved since. */
export function prune(recent: readonly Instant[], now: Instant): Instant[] {
  return kept(recent, now).map(toInstant);
}

function kept(recent: readonly Instant[], now: Instant): number[] {
  const end = toMs(now);
  const counts = (at: number) => at > end - DAY && at <= end + CLOCK_SLACK_MS;
  return recent
    .map(toMs)
    .filter(counts)
    .sort((a, b) => a - b);
}

/** Which polls the plain budget bore, and which only a top-up watch was allowed. */
function split(starts: readonly number[], budget: Budget): { plain: number[]; extra: number[] } {
  const plain: number[] = [];
  const extra: number[] = [];
  for (const at of starts) (within(plain, budget) <= at ? plain : extra).push(at);
  return { plain, extra };
}

function within(starts: readonly number[], { hour, day }: Budget): number {
  return Math.max(freeFrom(starts, hour, HOUR), freeFrom(starts, day, DAY));
}

/** From when fewer than `count` of the polls lie within `span` ms; they are sorted. */
function freeFrom(starts: readonly number[], count: number, span: number): number {
  const oldest = starts[starts.length - count];
  return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + span;
}
