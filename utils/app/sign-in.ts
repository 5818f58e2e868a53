import { Failure } from '../domain/failure.ts';
import { alone, storedLine } from './alone.ts';
import { providerOf } from './carrier.ts';
import type { Deps } from './deps.ts';
import { forgetSignIn, keptSignIn } from './kept-sign-in.ts';
import { pollMended } from './poll-mended.ts';

/** Gives what a finished sign-in brought to a stored line and polls it. Throws CommandFailure, Failure, LockedError. */
export async function signInAgain(deps: Deps, lineId: string, signInId: string): Promise<void> {
  const oauth = await keptSignIn(deps, signInId);
  if (!oauth) throw new Failure('signed-out', 'the sign-in is no longer kept');
  await alone(deps, async () => {
    const line = await storedLine(deps, lineId);
    if (!providerOf(line).oauth) throw new Failure('signed-out', 'the secret must be entered anew');
    const { token: _, ...values } = (await deps.secrets.get(lineId))?.values ?? {};
    await deps.secrets.put(lineId, { values, oauth });
  }).finally(() => forgetSignIn(deps, signInId));
  await pollMended(deps, [lineId]);
}
