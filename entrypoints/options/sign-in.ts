import { browser } from 'wxt/browser';
import { CommandFailure, toCommandError } from '../../utils/app/command-failure.ts';
import type { CommandError } from '../../utils/app/commands.ts';
import { keepSignIn } from '../../utils/app/kept-sign-in.ts';
import { clock } from '../../utils/platform/clock.ts';
import type { OAuthTokens } from '../../utils/platform/oauth-answer.ts';
import { hasOrigin } from '../../utils/platform/permissions.ts';
import { createSession } from '../../utils/platform/session.ts';
import { closeSignIn } from '../../utils/platform/tabs.ts';
import type { Declaration } from '../../utils/providers/contract.ts';

/** Signs in at a carrier, in a window of its own. What it brought is kept for the background under `signInId`. */
export type SignIn = (
  provider: Declaration,
  fields: Readonly<Record<string, string>>,
) => Promise<{ ok: true; signInId: string } | { ok: false; error: CommandError }>;

export const signIn: SignIn = async (provider, fields) => {
  try {
    const session = createSession();
    const signInId = crypto.randomUUID();
    await keepSignIn({ session }, signInId, await tokensOf(provider, fields, session));
    return { ok: true, signInId };
  } catch (error) {
    return { ok: false, error: toCommandError(error) };
  }
};

async function tokensOf(
  provider: Declaration,
  fields: Readonly<Record<string, string>>,
  session: ReturnType<typeof createSession>,
): Promise<OAuthTokens> {
  const settings = provider.oauth?.(fields);
  if (!settings) throw new CommandFailure({ kind: 'gone' });
  // Checks the address before a window opens there.
  provider.origins(fields);
  // Most people never sign in this way.
  const { createSignIn } = await import('../../utils/platform/oauth-sign-in.ts');
  const ask = createSignIn({
    fetch: (input, init) => fetch(input, init),
    launchWebAuthFlow: (details) => browser.identity.launchWebAuthFlow(details),
    closeSignIn,
    redirectUrl: browser.identity.getRedirectURL(),
    session,
    clock,
    hasPermission: hasOrigin,
  });
  const outcome = await ask(settings);
  if (outcome.ok) return outcome.tokens;
  throw new CommandFailure({ kind: 'sign-in', reason: outcome.reason, detail: outcome.detail });
}
