import * as z from 'zod/mini';
import { Failure } from '../domain/failure.ts';
import { instantSchema } from '../domain/reading.ts';
import { providerById } from '../providers/registry.ts';
import { providerOf } from './carrier.ts';
import { CommandFailure } from './command-failure.ts';
import type { Deps } from './deps.ts';
import { pollAndShow } from './poll-due.ts';
import type { Secret } from './ports.ts';

const tokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.nullable(z.string()),
  expiresAt: z.nullable(instantSchema),
  issuer: z.string(),
});

type Tokens = NonNullable<Secret['oauth']>;

/** The tokens of a finished sign-in whose line is not stored yet; null when the browser was restarted since. */
export function parseSignIn(stored: unknown): Tokens | null {
  const parsed = tokensSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
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
  const signInId = `sign-in:${deps.newId()}`;
  await deps.session.set(signInId, tokens);
  return { signInId };
}

/** Signs a stored line in again and polls it. Throws CommandFailure, Failure. */
export async function signInAgain(deps: Deps, lineId: string): Promise<void> {
  const line = await deps.store.line(lineId);
  if (!line) throw new CommandFailure({ kind: 'gone' });
  if (!providerOf(line).oauth) throw new Failure('signed-out', 'the secret must be entered anew');
  const tokens = await tokensFor(deps, line.providerId, line.fields);
  const stored = await deps.secrets.get(lineId);
  await deps.secrets.put(lineId, { values: stored?.values ?? {}, oauth: tokens });
  await pollAndShow(deps, [lineId], 'person');
}
