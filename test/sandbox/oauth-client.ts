import type { Database } from './database.ts';

/** The one public client: the extension, whose id is part of the contract. */
export const CLIENT_ID = 'data-balance';

/** Redirect addresses that browsers give to their extensions (`identity.getRedirectURL`). */
const BROWSER_REDIRECTS = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\/[\w./-]*$/,
  /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/[\w./-]*$/,
  /^https:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.extensions\.allizom\.org\/[\w./-]*$/,
];

export function isClient(db: Database, id: string | null): id is string {
  return id !== null && db.get('SELECT id FROM clients WHERE id = ?', id) !== null;
}

/** Whether a redirect address is registered: exactly, or as one that a browser gives out. */
export function isRedirect(db: Database, clientId: string, uri: string | null): uri is string {
  if (uri === null) return false;
  if (BROWSER_REDIRECTS.some((pattern) => pattern.test(uri))) return true;
  return db.get('SELECT uri FROM redirect_uris WHERE client_id = ? AND uri = ?', clientId, uri) !== null;
}

export function redirectUris(db: Database): string[] {
  return db.all<{ uri: string }>('SELECT uri FROM redirect_uris ORDER BY uri').map((row) => row.uri);
}

export interface AuthorizationRow {
  id: string;
  client_id: string;
  redirect_uri: string;
  state: string;
  scope: string;
  code_challenge: string;
  session_hash: string;
  account_id: string | null;
  code_hash: string | null;
  code_expires_at: number | null;
  code_used_at: number | null;
  created_at: number;
}
