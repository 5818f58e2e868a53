import * as z from 'zod/mini';
import { instantSchema } from '../domain/reading.ts';
import type { Deps } from './deps.ts';
import type { Secret } from './ports.ts';

/*
 * A page signs in and the background takes it from there. What the sign-in brought waits in the session store, which
 * only the extension's own pages can read, so that no message carries a token.
 */

type Tokens = NonNullable<Secret['oauth']>;
type Kept = Pick<Deps, 'session'>;

const tokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.nullable(z.string()),
  expiresAt: z.nullable(instantSchema),
  issuer: z.string(),
});

/** Apart from all else that is kept for the session: what a page names is looked up there only. */
const keyOf = (signInId: string) => `signed-in:${signInId}`;

export function keepSignIn({ session }: Kept, signInId: string, tokens: Tokens): Promise<void> {
  return session.set(keyOf(signInId), tokens);
}

/** The tokens of a finished sign-in that no line has yet; null when the browser was restarted since. */
export async function keptSignIn({ session }: Kept, signInId: string): Promise<Tokens | null> {
  const parsed = tokensSchema.safeParse(await session.get(keyOf(signInId)));
  return parsed.success ? parsed.data : null;
}

/** The line is stored: its tokens stand with its secret and nowhere else. */
export function forgetSignIn({ session }: Kept, signInId: string | null): Promise<void> {
  return signInId === null ? Promise.resolve() : session.remove(keyOf(signInId));
}
