import * as oauth from 'oauth4webapi';
import { Failure } from '../domain/failure.ts';
import type { OAuthSettings } from '../providers/contract.ts';
import {
  authorizationUrl,
  codeFrom,
  type OAuthTokens,
  refusedCode,
  refusedRefresh,
  SignInError,
  type SignInReason,
  tokensOf,
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

  async function askPerson(issuer: Issuer, scope: string): Promise<[URLSearchParams, string]> {
    const key = `sign-in:${issuer.server.issuer}`;
    const begun = { state: oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier() };
    // A flow that died has left its window, which stands in the way. Its answer, should it still come, fits nothing.
    if (await session.get(key)) await closeSignIn(new URL(issuer.server.issuer).origin);
    await session.set(key, begun);
    const url = await authorizationUrl(issuer, begun, redirectUrl, scope);
    const back = await launchWebAuthFlow({ url, interactive: true }).catch(() => undefined);
    const kept = await session.get(key);
    if (!sameFlow(kept, begun)) throw new SignInError('mismatch', 'another sign-in began meanwhile');
    await session.remove(key);
    if (!back) throw new SignInError('cancelled', 'the window closed without an answer');
    return [codeFrom(issuer, back, redirectUrl, begun.state), begun.verifier];
  }

  async function exchangeCode(
    issuer: Issuer,
    callback: URLSearchParams,
    verifier: string,
  ): Promise<OAuthTokens> {
    const { server, client, requests } = issuer;
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      callback,
      redirectUrl,
      verifier,
      requests,
    );
    const told = await oauth.processAuthorizationCodeResponse(server, client, response).catch(refusedCode);
    return tokensOf(told, server.issuer, null, clock.now());
  }

  return {
    async signIn(settings) {
      try {
        const issuer = await findIssuer(settings, options);
        const [callback, verifier] = await askPerson(issuer, settings.scope);
        return { ok: true, tokens: await exchangeCode(issuer, callback, verifier) };
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
      if (issuer.server.issuer !== current.issuer) throw new Failure('signed-out', 'another issuer');
      const { server, client, requests } = issuer;
      const { refreshToken } = current;
      const response = await oauth.refreshTokenGrantRequest(
        server,
        client,
        oauth.None(),
        refreshToken,
        requests,
      );
      const told = await oauth.processRefreshTokenResponse(server, client, response).catch(refusedRefresh);
      return tokensOf(told, server.issuer, refreshToken, clock.now());
    },
  };
}

function sameFlow(kept: unknown, begun: { state: string }): boolean {
  return typeof kept === 'object' && kept !== null && 'state' in kept && kept.state === begun.state;
}

function unsupported(error: unknown): never {
  throw error instanceof UnsupportedError ? new Failure('unreadable', error.message) : error;
}
