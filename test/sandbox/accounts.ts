import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Database } from './database.ts';
import { secret, sha256 } from './random.ts';
import type { SandboxRequest } from './router.ts';
import { cookiesOf } from './router.ts';

const COOKIE = 'sandbox_session';
const SESSION_MS = 60 * 60 * 1000;

export function addAccount(db: Database, id: string, user: string, password: string): void {
  const salt = randomBytes(16).toString('base64url');
  db.put('accounts', { id, user, password_salt: salt, password_hash: hashed(password, salt) });
}

/** The account that user and password open, or null. */
export function accountBy(db: Database, user: string, password: string): string | null {
  const row = db.get<{ id: string; password_salt: string; password_hash: string }>(
    'SELECT id, password_salt, password_hash FROM accounts WHERE user = ?',
    user,
  );
  if (!row) return null;
  const given = Buffer.from(hashed(password, row.password_salt));
  return timingSafeEqual(given, Buffer.from(row.password_hash)) ? row.id : null;
}

function hashed(password: string, salt: string): string {
  return scryptSync(password, salt, 32, { N: 4096 }).toString('base64url');
}

interface BrowserSession {
  hash: string;
  accountId: string | null;
}

/** The session that the browser's cookie stands for, or null. */
export function sessionOf(db: Database, request: SandboxRequest, now: number): BrowserSession | null {
  const value = cookiesOf(request.headers).get(COOKIE);
  if (!value) return null;
  const row = db.get<{ hash: string; account_id: string | null }>(
    'SELECT hash, account_id FROM sessions WHERE hash = ? AND expires_at > ?',
    sha256(value),
    now,
  );
  return row && { hash: row.hash, accountId: row.account_id };
}

/** A fresh session and the header that hands it to the browser. */
export function startSession(db: Database, accountId: string | null, now: number) {
  const value = secret('sbs');
  const hash = sha256(value);
  db.put('sessions', { hash, account_id: accountId, expires_at: now + SESSION_MS });
  return { hash, header: { 'set-cookie': `${COOKIE}=${value}; HttpOnly; SameSite=Lax; Path=/oauth` } };
}
