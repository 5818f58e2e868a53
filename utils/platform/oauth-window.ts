import * as oauth from 'oauth4webapi';
import { errorCode } from './oauth-answer.ts';
import type { Issuer } from './oauth-issuer.ts';

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
  { authorizationEndpoint, clientId }: Issuer,
  { state, verifier }: { state: string; verifier: string },
  redirectUrl: string,
  scope: string,
): Promise<string> {
  const url = new URL(authorizationEndpoint);
  const parameters = {
    client_id: clientId,
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

/** The one code of an answer that is ours: from this issuer, to this question. */
export function codeFrom(
  { name, namesItself, clientId }: Issuer,
  back: string,
  redirectUrl: string,
  state: string,
): string {
  const [url, expected] = [URL.parse(back), new URL(redirectUrl)];
  if (url?.origin !== expected.origin || url.pathname !== expected.pathname) {
    throw new SignInError('mismatch', 'sent back to another address');
  }
  try {
    const server = { issuer: name, authorization_response_iss_parameter_supported: namesItself };
    const parameters = oauth.validateAuthResponse(server, { client_id: clientId }, url, state);
    const [code = '', ...more] = parameters.getAll('code');
    if (code !== '' && more.length === 0) return code;
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError)
      throw new SignInError('refused', errorCode(error.error));
  }
  throw new SignInError('mismatch', 'not our answer');
}
