import * as oauth from 'oauth4webapi';
import type { OAuthSettings } from '../providers/contract.ts';
import { type OAuthTokens, tokensIn } from './oauth-answer.ts';
import { findIssuer, type Issuer, type IssuerOptions, UnsupportedError } from './oauth-issuer.ts';
import { authorizationUrl, codeFrom, SignInError, type SignInReason } from './oauth-window.ts';

/*
 * What only a person's sign-in needs. It runs in the page where they press the button: that page stays open beside the
 * window of the carrier, while the background may be stopped at any time and has no room for the library.
 */

export interface SignInOptions extends IssuerOptions {
  /** the browser's window for signing in; answers the address it was sent back to, rejects when it is closed */
  launchWebAuthFlow(details: { url: string; interactive: true }): Promise<string | undefined>;
  /** closes the window in which a sign-in at that origin was left */
  closeSignIn(origin: string): Promise<void>;
  /** `identity.getRedirectURL()` */
  redirectUrl: string;
  /** kept as long as the browser runs: state and verifier of the flow that is under way */
  session: {
    get(key: string): Promise<unknown>;
    set(key: string, value: unknown): Promise<void>;
    remove(key: string): Promise<void>;
  };
}

export type SignInResult =
  | { ok: true; tokens: OAuthTokens }
  | { ok: false; reason: SignInReason; detail: string };

/** Authorization code with PKCE S256 in a browser window. Throws Failure where the issuer cannot be reached. */
export type SignIn = (settings: OAuthSettings) => Promise<SignInResult>;

/** For a public client (no secret) of the carriers' issuers. */
export function createSignIn(options: SignInOptions): SignIn {
  const { launchWebAuthFlow, closeSignIn, redirectUrl, session, clock } = options;

  async function askPerson(issuer: Issuer, scope: string): Promise<{ code: string; verifier: string }> {
    const key = `sign-in:${issuer.name}`;
    const begun = { state: oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier() };
    // A flow that died has left its window, which stands in the way. Its answer, should it still come, fits nothing.
    if (await session.get(key)) await closeSignIn(new URL(issuer.name).origin);
    await session.set(key, begun);
    const url = await authorizationUrl(issuer, begun, redirectUrl, scope);
    const back = await launchWebAuthFlow({ url, interactive: true }).catch(() => undefined);
    const kept = await session.get(key);
    if (!sameFlow(kept, begun)) throw new SignInError('mismatch', 'another sign-in began meanwhile');
    await session.remove(key);
    if (!back) throw new SignInError('cancelled', 'the window closed without an answer');
    return { code: codeFrom(issuer, back, redirectUrl, begun.state), verifier: begun.verifier };
  }

  return async (settings) => {
    try {
      const issuer = await findIssuer(settings, options);
      const { code, verifier } = await askPerson(issuer, settings.scope);
      const answer = await issuer.askForTokens({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUrl,
        code_verifier: verifier,
      });
      const kept = { issuer: issuer.name, refreshToken: null };
      return { ok: true, tokens: tokensIn(answer, kept, clock.now(), noTokens) };
    } catch (error) {
      if (error instanceof SignInError) return { ok: false, reason: error.reason, detail: error.message };
      if (error instanceof UnsupportedError)
        return { ok: false, reason: 'unsupported', detail: error.message };
      throw error;
    }
  };
}

function noTokens(saysNo: boolean, code: string): Error {
  return new SignInError(saysNo ? 'refused' : 'unsupported', code);
}

function sameFlow(kept: unknown, begun: { state: string }): boolean {
  return typeof kept === 'object' && kept !== null && 'state' in kept && kept.state === begun.state;
}
