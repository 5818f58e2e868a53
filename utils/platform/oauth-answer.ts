import * as oauth from 'oauth4webapi';
import { Failure } from '../domain/failure.ts';
import { type Instant, SECOND, toInstant } from '../domain/instant.ts';
import type { Issuer } from './oauth-issuer.ts';

/** seconds; a token that ends later is as good as one without an end */
const AGES = 10 * 365 * 86_400;

export interface OAuthTokens {
  accessToken: string;
  refreshToken: string | null;
  /** null = the issuer does not say */
  expiresAt: Instant | null;
  issuer: string;
}

/** cancelled: the window was closed. refused: the issuer said no. mismatch: the answer is not to our question. */
export type SignInReason = 'cancelled' | 'refused' | 'mismatch' | 'unsupported';

/** Ends a sign-in; nothing but a reason and fixed words leaves it. */
export class SignInError extends Error {
  readonly reason: SignInReason;
  constructor(reason: SignInReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** Where the person signs in. */
export async function authorizationUrl(
  { server, client }: Issuer,
  { state, verifier }: { state: string; verifier: string },
  redirectUrl: string,
  scope: string,
): Promise<string> {
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: client.client_id,
    redirect_uri: redirectUrl,
    response_type: 'code',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...(scope && { scope }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** The answer's parameters, which are ours: from this issuer, to this question, with one code. */
export function codeFrom(
  { server, client }: Issuer,
  back: string,
  redirectUrl: string,
  state: string,
): URLSearchParams {
  const [url, expected] = [URL.parse(back), new URL(redirectUrl)];
  if (url?.origin !== expected.origin || url.pathname !== expected.pathname) {
    throw new SignInError('mismatch', 'sent back to another address');
  }
  try {
    const parameters = oauth.validateAuthResponse(server, client, url, state);
    if (parameters.getAll('code').length !== 1 || !parameters.get('code'))
      throw new TypeError('no single code');
    return parameters;
  } catch (error) {
    if (!(error instanceof oauth.AuthorizationResponseError))
      throw new SignInError('mismatch', 'not our answer');
    throw new SignInError('refused', errorCode(error));
  }
}

/** Tokens as they are kept; an end that is not told, or ages away, is null. */
export function tokensOf(
  told: oauth.TokenEndpointResponse,
  issuer: string,
  refreshToken: string | null,
  now: number,
): OAuthTokens {
  const seconds = told.expires_in ?? Number.POSITIVE_INFINITY;
  return {
    accessToken: told.access_token,
    refreshToken: told.refresh_token ?? refreshToken,
    expiresAt: seconds <= AGES ? toInstant(now + seconds * SECOND) : null,
    issuer,
  };
}

/** Throws SignInError for an answer of the token endpoint that holds no tokens. */
export function refusedCode(error: unknown): never {
  if (error instanceof Failure) throw error;
  throw new SignInError(saysNo(error) ? 'refused' : 'unsupported', errorCode(error));
}

/** Throws Failure for an answer of the token endpoint that holds no new tokens. */
export function refusedRefresh(error: unknown): never {
  if (error instanceof Failure) throw error;
  throw new Failure(saysNo(error) ? 'signed-out' : 'unreadable', errorCode(error));
}

function saysNo(error: unknown): boolean {
  return error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError;
}

/** The issuer's own code for an error (RFC 6749), where it is one; its free text is never passed on. */
function errorCode(error: unknown): string {
  const known = error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError;
  return known && /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'not a usable answer';
}
