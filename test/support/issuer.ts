import { createHash } from 'node:crypto';
import type { FakeFetch } from './carrier.ts';
import { json, ORIGIN } from './carrier.ts';

export const METADATA_URL = `${ORIGIN}/.well-known/oauth-authorization-server`;
export const TOKEN_URL = `${ORIGIN}/oauth/token`;
export const REDIRECT_URL = 'https://abcdefghijklmnop.chromiumapp.org/';
export const SETTINGS = { issuer: ORIGIN, clientId: 'data-balance', scope: '' };

export const METADATA = {
  issuer: ORIGIN,
  authorization_endpoint: `${ORIGIN}/oauth/authorize`,
  token_endpoint: TOKEN_URL,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
};

/** An issuer whose refresh tokens are good for one exchange each. */
export function createIssuer(metadata: Record<string, unknown> = METADATA) {
  const posted: URLSearchParams[] = [];
  const challenges = new Map<string, string>();
  let refreshToken: string | null = null;
  let issued = 0;

  function grant(): Response {
    issued += 1;
    refreshToken = `refresh-${issued}`;
    return json({
      access_token: `access-${issued}`,
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: refreshToken,
    });
  }

  function exchange(form: URLSearchParams): Response {
    const refused = () => json({ error: 'invalid_grant', error_description: 'no' }, { status: 400 });
    if (form.get('grant_type') === 'refresh_token') {
      return form.get('refresh_token') === refreshToken ? grant() : refused();
    }
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isOurs =
      challenges.get(form.get('code') ?? '') === challenge && form.get('redirect_uri') === REDIRECT_URL;
    return isOurs ? grant() : refused();
  }

  const answer: FakeFetch = (url, init) => {
    if (url === METADATA_URL) return json(metadata);
    if (url !== TOKEN_URL) return new Response(null, { status: 404 });
    const form = new URLSearchParams(String(init.body));
    posted.push(form);
    return exchange(form);
  };

  /** The address that the person is sent back to after agreeing to what `url` asks. */
  function agree(url: string): URL {
    const asked = new URL(url).searchParams;
    const code = `code-${challenges.size + 1}`;
    challenges.set(code, asked.get('code_challenge') ?? '');
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back;
  }

  return { answer, agree, posted, grant };
}
