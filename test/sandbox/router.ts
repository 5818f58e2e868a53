import type { IncomingHttpHeaders } from 'node:http';
import type { Fault } from './fault-types.ts';
import { Problem } from './problems.ts';
import type { Reply } from './reply.ts';

export interface SandboxRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** named parts of the path, decoded */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: string;
  /** the origin under which the client reached this server */
  origin: string;
  /** a fault that the handler has to play itself */
  fault: Fault | null;
}

type Handler = (request: SandboxRequest) => Reply | Promise<Reply>;

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `/v1/lines/:id/balance`, or `*` for every address */
  pattern: string;
  handle: Handler;
}

/** The route for a request, with the named parts of its path. Throws Problem 404 and 405. */
export function findRoute(routes: readonly Route[], method: string, path: string) {
  const allowed: string[] = [];
  for (const route of routes) {
    const params = matchPath(route.pattern, path);
    if (!params) continue;
    if (route.method === method || (method === 'HEAD' && route.method === 'GET')) return { route, params };
    allowed.push(route.method);
  }
  if (allowed.length > 0) throw new Problem('method-not-allowed', '', { allow: allowed.join(', ') });
  throw new Problem('unknown-address', path);
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  if (pattern === '*') return {};
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(value);
    else if (part !== value) return null;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Problem('bad-request', 'the path is not valid percent-encoding');
  }
}

export function cookiesOf(headers: IncomingHttpHeaders): Map<string, string> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

/** The body as a JSON object. Throws Problem. */
export function jsonBody(request: SandboxRequest): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(request.body);
  } catch {
    throw new Problem('bad-request', 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem('bad-request', 'the body is not a JSON object');
  }
  return { ...value };
}
