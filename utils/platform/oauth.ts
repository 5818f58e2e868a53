import * as oauth from 'oauth4webapi';
import { Failure } from '../domain/failure.ts';
import type { OAuthSettings } from '../providers/contract.ts';
import {
  authorizationUrl,
  codeFrom,
  type OAuthTokens,
  SignInError,
  type SignInReason,
  tokensIn,
} from './oauth-answer.ts';
import { findIssuer, type Issuer, type IssuerOptions, UnsupportedError } from './oauth-issuer.ts';

export interface OAuthOptions extends IssuerOptions {
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

export interface OAuth {
  /** Authorization code with PKCE S256 in a browser window. Throws Failure where the issuer cannot be reached. */
  signIn(settings: OAuthSettings): Promise<SignInResult>;
  /** New tokens for old. Throws Failure: `signed-out` when the issuer refuses the refresh token. */
  refresh(settings: OAuthSettings, current: OAuthTokens): Promise<OAuthTokens>;
}

/** A public client (no secret) of the carriers' issuers. */
export function createOAuth(options: OAuthOptions): OAuth {
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

  return {
    async signIn(settings) {
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
    },

    async refresh(settings, current) {
      if (current.refreshToken === null) throw new Failure('signed-out', 'no refresh token');
      const issuer = await findIssuer(settings, options).catch(unsupported);
      // A refresh token goes back to the issuer that gave it, and to nobody else.
      if (issuer.name !== current.issuer) throw new Failure('signed-out', 'another issuer');
      const answer = await issuer.askForTokens({
        grant_type: 'refresh_token',
        refresh_token: current.refreshToken,
      });
      return tokensIn(answer, current, clock.now(), notRenewed);
    },
  };
}

function noTokens(saysNo: boolean, code: string): Error {
  return new SignInError(saysNo ? 'refused' : 'unsupported', code);
}

function notRenewed(saysNo: boolean, code: string): Error {
  return new Failure(saysNo ? 'signed-out' : 'unreadable', code);
}

function sameFlow(kept: unknown, begun: { state: string }): boolean {
  return typeof kept === 'object' && kept !== null && 'state' in kept && kept.state === begun.state;
}

function unsupported(error: unknown): never {
  throw error instanceof UnsupportedError ? new Failure('unreadable', error.message) : error;
}
