import { accountBy, sessionOf, startSession } from './accounts.ts';
import type { Carrier } from './carrier.ts';
import { MINUTE } from './clock.ts';
import { type AuthorizationRow, isClient, isRedirect } from './oauth-client.ts';
import { consentPage, oauthErrorPage, signInPage } from './oauth-views.ts';
import { opaqueId, secret, sha256 } from './random.ts';
import { type Reply, redirect } from './reply.ts';
import type { Route, SandboxRequest } from './router.ts';
import { SCOPES } from './tokens.ts';

const REQUEST_MS = 10 * MINUTE;
const CODE_MS = MINUTE;

/** The pages of the authorization endpoint: sign in, allow or deny, back to the client. */
export function authorizeRoutes(carrier: Carrier): Route[] {
  return [
    { method: 'GET', pattern: '/oauth/authorize', handle: (request) => authorize(carrier, request) },
    { method: 'POST', pattern: '/oauth/sign-in', handle: (request) => signIn(carrier, request) },
    { method: 'GET', pattern: '/oauth/consent', handle: (request) => consent(carrier, request) },
    { method: 'POST', pattern: '/oauth/consent', handle: (request) => decide(carrier, request) },
  ];
}

function authorize({ db, clock }: Carrier, request: SandboxRequest): Reply {
  const { query } = request;
  const now = clock.now();
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  const clientId = query.get('client_id');
  const uri = query.get('redirect_uri');
  if (repeated) return oauthErrorPage(`The parameter ${repeated} is given twice.`);
  if (!isClient(db, clientId)) return oauthErrorPage('The client is not known here.');
  // never redirect to an address that is not the client's own
  if (!isRedirect(db, clientId, uri)) return oauthErrorPage('The redirect address is not registered.');
  const error = requestError(query);
  if (error) return back(request.origin, uri, query.get('state'), { error });

  const session = sessionOf(db, request, now);
  const started = session ? null : startSession(db, null, now);
  const row: AuthorizationRow = {
    ...newRequest(query, now),
    client_id: clientId,
    redirect_uri: uri,
    session_hash: session?.hash ?? started?.hash ?? '',
    account_id: session?.accountId ?? null,
  };
  db.put('authorizations', row);
  return row.account_id ? consentPage(row) : signInPage(row.id, started?.header);
}

function newRequest(query: URLSearchParams, now: number) {
  return {
    id: opaqueId(),
    state: query.get('state') ?? '',
    scope: grantedScope(query.get('scope')),
    code_challenge: query.get('code_challenge') ?? '',
    code_hash: null,
    code_expires_at: null,
    code_used_at: null,
    created_at: now,
  };
}

function requestError(query: URLSearchParams): string | null {
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  const challenged = /^[\w-]{43}$/.test(query.get('code_challenge') ?? '');
  if (!challenged || query.get('code_challenge_method') !== 'S256' || !query.get('state')) {
    return 'invalid_request';
  }
  return null;
}

/** What was asked for and is known here; everything where nothing was. */
function grantedScope(asked: string | null): string {
  const wanted = (asked ?? '').split(' ');
  const known = SCOPES.filter((scope) => wanted.includes(scope));
  return (known.length > 0 ? known : SCOPES).join(' ');
}

function signIn(carrier: Carrier, request: SandboxRequest): Reply {
  const { db, clock } = carrier;
  const form = new URLSearchParams(request.body);
  const row = pending(carrier, request, form.get('request'));
  if (!row) return oauthErrorPage('This sign-in has expired or belongs to another window.');
  const account = accountBy(db, form.get('user') ?? '', form.get('password') ?? '');
  if (!account) return signInPage(row.id, {}, true);
  // a new session, so that a cookie planted before the sign-in is worth nothing
  const session = startSession(db, account, clock.now());
  db.put('authorizations', { ...row, account_id: account, session_hash: session.hash });
  const reply = redirect(`/oauth/consent?request=${row.id}`);
  return { ...reply, headers: { ...reply.headers, ...session.header } };
}

function consent(carrier: Carrier, request: SandboxRequest): Reply {
  const row = pending(carrier, request, request.query.get('request'));
  if (!row) return oauthErrorPage('This sign-in has expired or belongs to another window.');
  return row.account_id ? consentPage(row) : signInPage(row.id);
}

function decide(carrier: Carrier, request: SandboxRequest): Reply {
  const { db, clock } = carrier;
  const form = new URLSearchParams(request.body);
  const row = pending(carrier, request, form.get('request'));
  if (!row?.account_id) return oauthErrorPage('This sign-in has expired or belongs to another window.');
  if (form.get('decision') !== 'allow') {
    db.run('DELETE FROM authorizations WHERE id = ?', row.id);
    return back(request.origin, row.redirect_uri, row.state, { error: 'access_denied' });
  }
  const code = secret('sbc');
  db.put('authorizations', { ...row, code_hash: sha256(code), code_expires_at: clock.now() + CODE_MS });
  return back(request.origin, row.redirect_uri, row.state, { code });
}

/** The open request, if it was begun in this very browser. */
function pending(
  { db, clock }: Carrier,
  request: SandboxRequest,
  id: string | null,
): AuthorizationRow | null {
  const session = sessionOf(db, request, clock.now());
  return db.get<AuthorizationRow>(
    'SELECT * FROM authorizations WHERE id = ? AND session_hash = ? AND code_hash IS NULL AND created_at > ?',
    id ?? '',
    session?.hash ?? '',
    clock.now() - REQUEST_MS,
  );
}

/** Back to the client, with the issuer of RFC 9207. */
function back(issuer: string, uri: string, state: string | null, answer: Record<string, string>): Reply {
  const url = new URL(uri);
  const parameters = { ...answer, ...(state ? { state } : {}), iss: issuer };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return redirect(url.href);
}
