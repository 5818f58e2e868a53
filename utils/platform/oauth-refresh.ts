import { Failure } from '../domain/failure.ts';
import type { OAuthSettings } from '../providers/contract.ts';
import { type OAuthTokens, tokensIn } from './oauth-answer.ts';
import { findIssuer, type IssuerOptions, UnsupportedError } from './oauth-issuer.ts';

/** New tokens for old, without the person. Throws Failure: `signed-out` when the issuer refuses the refresh token. */
export async function refreshTokens(
  settings: OAuthSettings,
  current: OAuthTokens,
  options: IssuerOptions,
): Promise<OAuthTokens> {
  if (current.refreshToken === null) throw new Failure('signed-out', 'no refresh token');
  const issuer = await findIssuer(settings, options).catch(unsupported);
  // A refresh token goes back to the issuer that gave it, and to nobody else.
  if (issuer.name !== current.issuer) throw new Failure('signed-out', 'another issuer');
  const answer = await issuer.askForTokens({
    grant_type: 'refresh_token',
    refresh_token: current.refreshToken,
  });
  return tokensIn(answer, current, options.clock.now(), notRenewed);
}

function notRenewed(saysNo: boolean, code: string): Error {
  return new Failure(saysNo ? 'signed-out' : 'unreadable', code);
}

function unsupported(error: unknown): never {
  throw error instanceof UnsupportedError ? new Failure('unreadable', error.message) : error;
}
