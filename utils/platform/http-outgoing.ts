import { Failure } from '../domain/failure.ts';
import type { HttpRequest } from '../providers/contract.ts';
import type { Outgoing } from './http-send.ts';

/** What is sent for a request that may be sent. Throws Failure for a header that no browser would send. */
export function outgoingOf(request: HttpRequest, url: URL, etag: string | undefined): Outgoing {
  const headers = headersOf(request);
  if (etag) headers.set('if-none-match', etag);
  if (request.json !== undefined) headers.set('content-type', 'application/json');
  if (request.form) headers.set('content-type', 'application/x-www-form-urlencoded');
  const form = request.form ? new URLSearchParams(request.form).toString() : null;
  return {
    url,
    method: request.method ?? 'GET',
    headers,
    body: request.json === undefined ? form : JSON.stringify(request.json),
    credentials: request.cookies ? 'include' : 'omit',
    follow: request.followsOwnOrigin === true,
  };
}

function headersOf(request: HttpRequest): Headers {
  try {
    return new Headers(request.headers);
  } catch {
    // The browser's own words quote the value, which may be a mistyped token.
    throw new Failure('signed-out', 'a value that cannot stand in a header');
  }
}
