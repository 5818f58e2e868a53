import { Failure } from '../domain/failure.ts';
import { asksTheSame, type Line } from '../domain/line.ts';
import { isWatched } from '../domain/top-up-outcome.ts';
import { alone, storedLine } from './alone.ts';
import { type Access, fetchFrom } from './carrier.ts';
import type { Draft } from './commands.ts';
import type { Deps } from './deps.ts';
import { checkDraft } from './draft.ts';
import { inTurn } from './in-turn.ts';
import { forgetSignIn } from './kept-sign-in.ts';
import { pollMended } from './poll-mended.ts';
import { releaseUnused } from './remove-line.ts';

/**
 * Changes what the carrier is asked with, once a reading has shown that it answers. What was read before stays.
 * Throws Failure, FieldError, CommandFailure, LockedError.
 */
export async function replaceLine(deps: Deps, lineId: string, draft: Draft): Promise<void> {
  const { origins, providerId } = await storedLine(deps, lineId);
  const checked = await checkDraft(deps, { ...draft, providerId, secretFrom: lineId });
  const { access, fields, secret } = checked;
  await mustRead(deps, { ...access, subject: lineId });
  await alone(deps, async () => {
    const before = await storedLine(deps, lineId);
    const after: Line = {
      ...before,
      kind: draft.kind,
      name: draft.name.trim(),
      fields,
      origins: [...access.origins],
    };
    if (secret) await deps.secrets.put(lineId, secret);
    if (secret || !asksTheSame(before, after)) await deps.session.forgetLine(lineId);
    if (!asksTheSame(before, after))
      await inTurn([() => loosenTopUps(deps, lineId), () => setApart(deps, lineId)]);
    await deps.store.putLine(after);
  });
  await forgetSignIn(deps, draft.signInId);
  await inTurn([() => releaseUnused(deps, origins), () => pollMended(deps, [lineId])]);
}

/** What the browser does not allow yet is no fault of the values: the line will say so itself. */
async function mustRead(deps: Deps, access: Access): Promise<void> {
  try {
    await fetchFrom(deps, access, (provider, values, context) => provider.read(values, context));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'no-access') throw error;
  }
}

/**
 * The figures of another line stand until this one is read, and are compared with nothing of it: when they were
 * measured makes no answer old, a lower credit is no use, and an end would go on counting down where this one tells
 * none.
 */
async function setApart({ store }: Deps, lineId: string): Promise<void> {
  const [row, attempt] = await Promise.all([store.reading(lineId), store.attempt(lineId)]);
  if (!row || !attempt) return;
  const reading = { ...row.reading, asOf: null, validUntil: null };
  const watch = { ended: null, falls: null, old: true } as const;
  await store.savePoll({
    attempt: { ...attempt, etags: {} },
    reading: { ...row, reading, watch, earlierValidity: undefined, usedAt: undefined },
  });
}

/** Figures of what was asked before prove nothing of what is asked now: only the carrier's own word is left. */
async function loosenTopUps(deps: Deps, lineId: string): Promise<void> {
  for (const topUp of (await deps.store.topUps(lineId)).filter(isWatched))
    await deps.store.putTopUp({ ...topUp, before: null });
}
