import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import { LockedError } from '../domain/locked.ts';
import { instantSchema } from '../domain/reading.ts';
import { providerById } from '../providers/registry.ts';
import { alone, storedLine } from './alone.ts';
import { providerOf } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';
import { pollMended } from './poll-mended.ts';
import type { Secret } from './ports.ts';

const tokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.nullable(z.string()),
  expiresAt: z.nullable(instantSchema),
  issuer: z.string(),
});

type Tokens = NonNullable<Secret['oauth']>;

/** Apart from all else that is kept for the session: what a page names is looked up there only. */
const keyOf = (signInId: string) => `signed-in:${signInId}`;

/** The tokens of a finished sign-in whose line is not stored yet; null when the browser was restarted since. */
export async function signedIn({ session }: Pick<Deps, 'session'>, signInId: string): Promise<Tokens | null> {
  const parsed = tokensSchema.safeParse(await session.get(keyOf(signInId)));
  return parsed.success ? parsed.data : null;
}

/** The line is stored: its tokens stand with its secret and nowhere else. */
export function forgetSignIn({ session }: Pick<Deps, 'session'>, signInId: string | null): Promise<void> {
  return signInId === null ? Promise.resolve() : session.remove(keyOf(signInId));
}

async function tokensFor(deps: Deps, providerId: string, fields: Record<string, string>): Promise<Tokens> {
  const provider = providerById(providerId);
  const settings = provider?.oauth?.(fields);
  if (!provider || !settings) throw new CommandFailure({ kind: 'gone' });
  // Checks the address before a window opens there.
  provider.origins(fields);
  const outcome = await deps.signIn(settings);
  if (outcome.ok) return outcome.tokens;
  throw new CommandFailure({ kind: 'sign-in', reason: outcome.reason, detail: outcome.detail });
}

/** Signs in for a line that is being added. The tokens wait in the session store until the line is saved. */
export async function signIn(
  deps: Deps,
  input: { providerId: string; fields: Record<string, string> },
): Promise<{ signInId: string }> {
  const tokens = await tokensFor(deps, input.providerId, input.fields);
  const signInId = deps.newId();
  await deps.session.set(keyOf(signInId), tokens);
  return { signInId };
}

/** Signs a stored line in again and polls it. Throws CommandFailure, Failure, LockedError. */
export async function signInAgain(deps: Deps, lineId: string): Promise<void> {
  const line = await storedLine(deps, lineId);
  if (!providerOf(line).oauth) throw new Failure('signed-out', 'the secret must be entered anew');
  // Nobody signs in for tokens that cannot be stored.
  if ((await deps.secrets.state()) === 'locked') throw new LockedError();
  const tokens = await tokensFor(deps, line.providerId, line.fields);
  await alone(deps, async () => {
    await storedLine(deps, lineId);
    const { token: _, ...values } = (await deps.secrets.get(lineId))?.values ?? {};
    await deps.secrets.put(lineId, { values, oauth: tokens });
  });
  await pollMended(deps, [lineId]);
}
