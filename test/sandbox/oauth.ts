import type { Carrier } from './carrier.ts';
import { SECOND } from './clock.ts';
import { authorizeRoutes } from './oauth-authorize.ts';
import { type AuthorizationRow, isClient } from './oauth-client.ts';
import { sha256 } from './random.ts';
import { json, noContent, type Reply } from './reply.ts';
import type { Route, SandboxRequest } from './router.ts';
import { habits } from './settings.ts';
import { findToken, issueToken, revokeFamily, SCOPES } from './tokens.ts';

/** The authorization server: metadata (RFC 8414), code with PKCE, rotating refresh, revocation (RFC 7009). */
export function oauthRoutes(carrier: Carrier): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/.well-known/oauth-authorization-server',
      handle: ({ origin }) => json(metadata(origin)),
    },
    ...authorizeRoutes(carrier),
    { method: 'POST', pattern: '/oauth/token', handle: (request) => token(carrier, request) },
    { method: 'POST', pattern: '/oauth/revoke', handle: (request) => revoke(carrier, request) },
  ];
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    scopes_supported: SCOPES,
    authorization_response_iss_parameter_supported: true,
  };
}

function refused(error: string, description: string): Reply {
  return json({ error, error_description: description }, error === 'invalid_client' ? 401 : 400);
}

function token(carrier: Carrier, request: SandboxRequest): Reply {
  const form = new URLSearchParams(request.body);
  const names = [...form.keys()];
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
  if (type !== 'application/x-www-form-urlencoded')
    return refused('invalid_request', 'the body is not a form');
  if (new Set(names).size < names.length) return refused('invalid_request', 'a parameter is given twice');
  if (!isClient(carrier.db, form.get('client_id'))) return refused('invalid_client', 'unknown client');
  // each exchange stands or falls as a whole
  return carrier.db.transaction(() => {
    if (form.get('grant_type') === 'authorization_code') return exchangeCode(carrier, form);
    if (form.get('grant_type') === 'refresh_token') return refresh(carrier, form);
    return refused('unsupported_grant_type', 'authorization_code or refresh_token');
  });
}

function exchangeCode({ db, clock }: Carrier, form: URLSearchParams): Reply {
  const now = clock.now();
  const row = db.get<AuthorizationRow>(
    'SELECT * FROM authorizations WHERE code_hash = ? AND client_id = ?',
    sha256(form.get('code') ?? ''),
    form.get('client_id') ?? '',
  );
  if (!row) return refused('invalid_grant', 'unknown code');
  if (row.code_used_at !== null) {
    revokeFamily(db, row.id, now);
    return refused('invalid_grant', 'the code was used before; its tokens are revoked');
  }
  // one attempt only, whatever comes of it
  db.put('authorizations', { ...row, code_used_at: now });
  if ((row.code_expires_at ?? 0) <= now) return refused('invalid_grant', 'the code has expired');
  if (form.get('redirect_uri') !== row.redirect_uri) {
    return refused('invalid_grant', 'redirect_uri is not that of the request');
  }
  if (sha256(form.get('code_verifier') ?? '') !== row.code_challenge) {
    return refused('invalid_grant', 'code_verifier does not fit');
  }
  const owner = { account_id: row.account_id ?? '', client_id: row.client_id };
  return issued({ db, clock }, { ...owner, scope: row.scope, family: row.id });
}

function refresh({ db, clock }: Pick<Carrier, 'db' | 'clock'>, form: URLSearchParams): Reply {
  const now = clock.now();
  const row = findToken(db, form.get('refresh_token') ?? '');
  if (row?.kind !== 'refresh' || row.client_id !== form.get('client_id')) {
    return refused('invalid_grant', 'unknown refresh token');
  }
  if (row.used_at !== null) revokeFamily(db, row.family, now);
  if (row.used_at !== null || row.revoked_at !== null) {
    return refused('invalid_grant', 'the refresh token was used or revoked; its tokens are revoked');
  }
  db.put('tokens', { ...row, used_at: now });
  return issued({ db, clock }, row);
}

function issued(
  { db, clock }: Pick<Carrier, 'db' | 'clock'>,
  grant: { account_id: string; client_id: string | null; scope: string; family: string },
): Reply {
  const { account_id, client_id, scope, family } = grant;
  const now = clock.now();
  const seconds = habits(db).accessTokenSeconds;
  const owner = { account_id, client_id, scope, family };
  return json({
    access_token: issueToken(db, { ...owner, kind: 'access', expires_at: now + seconds * SECOND }, now),
    token_type: 'Bearer',
    expires_in: seconds,
    refresh_token: issueToken(db, { ...owner, kind: 'refresh', expires_at: null }, now),
    scope,
  });
}

/** Answers the same whether or not the token was known. */
function revoke({ db, clock }: Carrier, request: SandboxRequest): Reply {
  const form = new URLSearchParams(request.body);
  if (!isClient(db, form.get('client_id'))) return refused('invalid_client', 'unknown client');
  const row = findToken(db, form.get('token') ?? '');
  if (row && row.client_id === form.get('client_id')) revokeFamily(db, row.family, clock.now());
  return { ...noContent(), status: 200 };
}
