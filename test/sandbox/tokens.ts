import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { Problem } from './problems.ts';
import { opaqueId, secret, sha256 } from './random.ts';
import type { SandboxRequest } from './router.ts';

/** `read`: balances, offers, receipts, help. `top-up`: opening checkouts as well. */
export const SCOPES = ['read', 'top-up'] as const;
export type Scope = (typeof SCOPES)[number];

export interface TokenRow {
  hash: string;
  kind: 'personal' | 'access' | 'refresh';
  account_id: string;
  client_id: string | null;
  scope: string;
  family: string;
  created_at: number;
  expires_at: number | null;
  used_at: number | null;
  revoked_at: number | null;
}

export type Grant = Pick<TokenRow, 'kind' | 'account_id' | 'client_id' | 'scope' | 'family' | 'expires_at'>;

const PREFIX = { personal: 'sbp', access: 'sba', refresh: 'sbr' } as const;

/** Keeps the hash of a new token and answers the token itself, this once. */
export function issueToken(db: Database, grant: Grant, now: number): string {
  const token = secret(PREFIX[grant.kind]);
  db.put('tokens', { ...grant, hash: sha256(token), created_at: now, used_at: null, revoked_at: null });
  return token;
}

export function issuePersonalToken(db: Database, accountId: string, scope: string, now: number): string {
  const grant = { kind: 'personal', account_id: accountId, client_id: null, expires_at: null } as const;
  return issueToken(db, { ...grant, scope, family: opaqueId() }, now);
}

export function findToken(db: Database, token: string): TokenRow | null {
  return db.get<TokenRow>('SELECT * FROM tokens WHERE hash = ?', sha256(token));
}

/** Ends a token and all that came from the same authorization. */
export function revokeFamily(db: Database, family: string, now: number): void {
  db.run('UPDATE tokens SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL', now, family);
}

/** The account behind the request's bearer token. Throws Problem 401 and 403 with a challenge (RFC 6750). */
export function accountOf(db: Database, clock: Clock, request: SandboxRequest, scope: Scope): string {
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(/ +/);
  if (scheme.toLowerCase() !== 'bearer' || !token) {
    throw new Problem('not-signed-in', '', { 'www-authenticate': 'Bearer realm="sandbox"' });
  }
  const row = findToken(db, token);
  const now = clock.now();
  const valid = row && row.kind !== 'refresh' && row.revoked_at === null && (row.expires_at ?? now + 1) > now;
  if (!valid) {
    const challenge = 'Bearer realm="sandbox", error="invalid_token", error_description="expired or revoked"';
    throw new Problem('not-signed-in', 'the token is unknown, expired or revoked', {
      'www-authenticate': challenge,
    });
  }
  if (!row.scope.split(' ').includes(scope)) {
    const challenge = `Bearer realm="sandbox", error="insufficient_scope", scope="${scope}"`;
    throw new Problem('forbidden', `the token lacks the scope ${scope}`, { 'www-authenticate': challenge });
  }
  return row.account_id;
}
