import { toMs } from '../../utils/domain/instant.ts';
import { createSignIn, type SignInOptions } from '../../utils/platform/oauth-sign-in.ts';
import { type FakeFetch, NOW, spiedFetch } from './carrier.ts';
import { createIssuer, REDIRECT_URL } from './issuer.ts';
import { memorySession } from './session.ts';

export type Person = SignInOptions['launchWebAuthFlow'];

/** A sign-in at an issuer; `person` says with which address the window is left. */
export function setUp(
  person: (url: string) => string | undefined | Promise<string | undefined>,
  changes: Partial<SignInOptions> & { answer?: FakeFetch; metadata?: Record<string, unknown> } = {},
) {
  const issuer = createIssuer(changes.metadata);
  const { fetch, asked } = spiedFetch(changes.answer ?? issuer.answer);
  const session = memorySession();
  const windows: string[] = [];
  const closed: string[] = [];
  const launchWebAuthFlow: Person = async ({ url }) => {
    windows.push(url);
    return person(url);
  };
  const options = {
    fetch,
    hasPermission: async () => true,
    clock: { now: () => toMs(NOW) },
    redirectUrl: REDIRECT_URL,
    session,
    launchWebAuthFlow,
    closeSignIn: async (origin: string) => {
      closed.push(origin);
    },
  };
  const signIn = createSignIn({ ...options, ...changes });
  return { signIn, issuer, asked, session, windows, closed, options };
}
