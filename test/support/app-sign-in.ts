import { keepSignIn } from '../../utils/app/kept-sign-in.ts';
import { createSignIn } from '../../utils/platform/oauth-sign-in.ts';
import { REDIRECT } from '../sandbox/test-oauth.ts';
import type { World } from './app-world.ts';
import { agree } from './person.ts';

/** The person signs in at the carrier's window, as a page of ours does it; answers what it is kept under. */
export async function signIn({ deps, network, sandbox, withheld }: World): Promise<string> {
  const ask = createSignIn({
    fetch: (input, init) => network.fetch(input, init),
    launchWebAuthFlow: ({ url }) => agree(sandbox, url),
    closeSignIn: async () => {},
    redirectUrl: REDIRECT,
    session: deps.session,
    clock: deps.clock,
    hasPermission: async (origin) => !withheld.has(origin),
  });
  const outcome = await ask({ issuer: sandbox.url, clientId: 'data-balance', scope: '' });
  if (!outcome.ok) throw new Error(outcome.detail);
  const signInId = deps.newId();
  await keepSignIn(deps, signInId, outcome.tokens);
  return signInId;
}
