import * as z from 'zod/mini';
import { HOUR, type Instant, toInstant, toMs } from '../domain/instant.ts';
import { instantSchema } from '../domain/reading.ts';
import { restOf } from '../domain/refresh.ts';
import { clampRetryAt } from '../domain/retry.ts';
import { CommandFailure } from './command-failure.ts';
import { type Deps, nowOf } from './deps.ts';

/*
 * What clicks ask of a carrier besides polls: offers, help, checkouts, receipts, trying a line. Polls have a budget of
 * their own (domain/budget.ts); this one is for whatever a page that runs wild could ask. It lasts as long as the
 * browser runs.
 */

/** Requests of an hour, for one line, or for what is no line yet at one carrier. */
const ASKS_AN_HOUR = 60;

const askedSchema = z.object({
  /** ms */
  recent: z.array(z.number()),
  /** until when the carrier wants to be left alone */
  restUntil: z.nullable(instantSchema),
});
type Asked = z.infer<typeof askedSchema>;
type AskDeps = Pick<Deps, 'clock' | 'locks' | 'session' | 'store'>;

const keyOf = (subject: string) => `asks:${subject}`;

async function askedOf({ session }: AskDeps, subject: string): Promise<Asked> {
  const parsed = askedSchema.safeParse(await session.get(keyOf(subject)));
  return parsed.success ? parsed.data : { recent: [], restUntil: null };
}

/** Counts one request. Throws CommandFailure `not-before` where there were too many, or where the carrier said to wait. */
export function countAsk(deps: AskDeps, subject: string): Promise<void> {
  return deps.locks.exclusive('asks', async () => {
    const now = deps.clock.now();
    const asked = await askedOf(deps, subject);
    const recent = asked.recent.filter((at) => at > now - HOUR && at <= now);
    const oldest = recent.at(-ASKS_AN_HOUR);
    const wait = (await restUntil(deps, subject)) ?? (oldest === undefined ? null : toInstant(oldest + HOUR));
    if (wait !== null) throw new CommandFailure({ kind: 'not-before', at: wait });
    await deps.session.set(keyOf(subject), { ...asked, recent: [...recent, now] });
  });
}

/** Keeps in mind that the carrier answered "not before"; of two such answers the later instant counts. */
export function heedAsk(deps: AskDeps, subject: string, told: Instant | null): Promise<void> {
  return deps.locks.exclusive('asks', async () => {
    const retryAt = clampRetryAt(told, nowOf(deps));
    const known = await restUntil(deps, subject);
    if (retryAt === null || (known !== null && known > retryAt)) return;
    const asked = await askedOf(deps, subject);
    await deps.session.set(keyOf(subject), { ...asked, restUntil: retryAt });
  });
}

/** Until when the carrier of a line wants to be left alone, whatever it said that to; null = it may be asked. */
export async function restUntil(deps: AskDeps, subject: string): Promise<Instant | null> {
  const now = nowOf(deps);
  const attempt = await deps.store.attempt(subject);
  const told = [(await askedOf(deps, subject)).restUntil, attempt && restOf(attempt, now)];
  const ahead = told.filter((at) => at !== null && at > now && toMs(at) - toMs(now) <= 24 * HOUR);
  return ahead.toSorted().at(-1) ?? null;
}

/** What a line that goes was asked counts for what is no line yet, or adding it anew would begin from nothing. */
export async function inheritAsks(deps: AskDeps, lineId: string, subject: string): Promise<void> {
  await heedAsk(deps, subject, await restUntil(deps, lineId));
  await deps.locks.exclusive('asks', async () => {
    const attempt = await deps.store.attempt(lineId);
    const [heir, gone] = [await askedOf(deps, subject), await askedOf(deps, lineId)];
    const recent = [...heir.recent, ...gone.recent, ...(attempt?.recent ?? []).map(toMs)];
    await deps.session.set(keyOf(subject), { ...heir, recent: recent.sort((a, b) => a - b) });
    await deps.session.remove(keyOf(lineId));
  });
}
