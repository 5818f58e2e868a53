import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, instant } from './clock.ts';
import type { Database } from './database.ts';
import { secretHider, secretsSent } from './dialects/secrets.ts';
import type { Fault } from './fault-types.ts';
import type { LogEntry } from './sandbox-types.ts';

const KEPT = 20_000;

type Told = 'at' | 'realAt' | 'aborted' | 'durationMs' | 'headers' | 'cookies' | 'referer' | 'secrets';
type Row = Omit<LogEntry, Told> & {
  at: number;
  real_at: number;
  aborted: number;
  duration_ms: number | null;
  headers: string;
  cookies: number;
  referer: number;
  secrets: string;
};

/** What one listener has been asked. */
export interface RequestLog {
  /** Notes a request as it comes in and completes the entry when its answer ends. Answers its id. */
  begin(request: IncomingMessage, response: ServerResponse, fault: Fault | null): number;
  /** Notes which secrets stand in a request that has come in as a whole. */
  complete(id: number, request: IncomingMessage, body: string): void;
  entries(): LogEntry[];
  clear(): void;
}

export function createLog(
  db: Database,
  clock: Clock,
  listener: string,
  tell: (line: string) => void,
): RequestLog {
  return {
    begin: (request, response, fault) => {
      const realAt = clock.real();
      const started = performance.now();
      const id = insert(db, listener, request, fault, { at: clock.now(), realAt });
      response.once('close', () => {
        const status = response.headersSent ? response.statusCode : null;
        tell(`${request.method} ${request.url?.split('?')[0]} ${status ?? '-'}`);
        if (!db.isOpen) return;
        const aborted = !response.writableFinished && !cutByServer.has(response);
        db.run(
          'UPDATE requests SET status = ?, aborted = ?, duration_ms = ? WHERE id = ?',
          status,
          aborted ? 1 : 0,
          Math.round(performance.now() - started),
          id,
        );
      });
      return id;
    },
    complete: (id, { url = '', headers }, body) => {
      if (!db.isOpen) return;
      const found = JSON.stringify(secretsSent(db, { url, headers, body }));
      db.run('UPDATE requests SET secrets = ? WHERE id = ?', found, id);
    },
    entries: () =>
      db.all<Row>('SELECT * FROM requests WHERE listener = ? ORDER BY id', listener).map(entryOf),
    clear: () => db.run('DELETE FROM requests WHERE listener = ?', listener),
  };
}

/** Answers that a fault of ours has cut off, so that the client is not blamed. */
export const cutByServer = new WeakSet<ServerResponse>();

function insert(
  db: Database,
  listener: string,
  request: IncomingMessage,
  fault: Fault | null,
  { at, realAt }: { at: number; realAt: number },
): number {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const row = db.get<{ id: number }>(
    `INSERT INTO requests (listener, at, real_at, method, path, query, headers, cookies, referer, fault)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    listener,
    at,
    realAt,
    request.method ?? '',
    path,
    query,
    JSON.stringify(seenHeaders(db, request)),
    request.headers.cookie === undefined ? 0 : 1,
    request.headers.referer === undefined ? 0 : 1,
    fault?.kind ?? null,
  );
  const id = row?.id ?? 0;
  db.run('DELETE FROM requests WHERE id <= ?', id - KEPT);
  return id;
}

function seenHeaders(db: Database, request: IncomingMessage): Record<string, string> {
  const hide = secretHider(db);
  const seen: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'cookie' || value === undefined) continue;
    const shown = hide(String(value));
    seen[name] = name === 'authorization' ? reduced(shown) : shown;
  }
  return seen;
}

function reduced(authorization: string): string {
  const [scheme = '', ...rest] = authorization.split(' ');
  return `${scheme} …${rest.join(' ').slice(-4)}`;
}

function entryOf({ real_at, duration_ms, ...row }: Row): LogEntry {
  return {
    id: row.id,
    at: instant(row.at),
    realAt: real_at,
    method: row.method,
    path: row.path,
    query: row.query,
    status: row.status,
    aborted: row.aborted === 1,
    durationMs: duration_ms,
    headers: JSON.parse(row.headers) as Record<string, string>,
    cookies: row.cookies === 1,
    referer: row.referer === 1,
    fault: row.fault,
    secrets: JSON.parse(row.secrets) as string[],
  };
}
