import { Failure } from '../domain/failure.ts';
import { discardBody } from './http-body.ts';

export type Fetch = typeof fetch;

/** What is sent; the rest of the options is the host's. */
export interface Outgoing {
  url: URL;
  method: string;
  headers: Headers;
  body: string | null;
  credentials: 'omit' | 'include';
  /** let the browser follow, and judge where it arrived */
  follow: boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_HOPS = 3;

/**
 * One request, followed over redirects that stay on its origin where they can be seen. In a browser they cannot:
 * there any redirect is `intercepted`. Throws Failure.
 */
export async function send(fetch: Fetch, outgoing: Outgoing, signal: AbortSignal): Promise<Response> {
  let next = outgoing;
  for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
    const response = await sendOnce(fetch, next, signal);
    if (!REDIRECTS.has(response.status)) return response;
    discardBody(response);
    next = redirected(next, response);
  }
  throw new Failure('unreadable', `more than ${MAX_HOPS} redirects`);
}

async function sendOnce(fetch: Fetch, outgoing: Outgoing, signal: AbortSignal): Promise<Response> {
  const response = await fetch(outgoing.url.href, {
    method: outgoing.method,
    headers: outgoing.headers,
    body: outgoing.body,
    credentials: outgoing.credentials,
    redirect: outgoing.follow ? 'follow' : 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  }).catch(unreachable);
  const elsewhere = response.redirected && URL.parse(response.url)?.origin !== outgoing.url.origin;
  if (response.type === 'opaqueredirect' || elsewhere) {
    discardBody(response);
    throw new Failure('intercepted', 'a redirect');
  }
  return response;
}

/** A bare TypeError is all that fetch says, whether the network, the name, the port or the certificate failed. */
function unreachable(error: unknown): never {
  if (error instanceof Failure) throw error;
  throw new Failure('offline', 'no connection');
}

function redirected(from: Outgoing, response: Response): Outgoing {
  const url = URL.parse(response.headers.get('location') ?? '', from.url);
  if (!response.headers.has('location') || !url) throw new Failure('unreadable', 'a redirect to nowhere');
  if (url.origin !== from.url.origin || url.username || url.password) {
    throw new Failure('intercepted', 'a redirect to another origin');
  }
  const keepsMethod = response.status === 307 || response.status === 308 || from.method === 'GET';
  if (keepsMethod) return { ...from, url };
  const headers = new Headers(from.headers);
  headers.delete('content-type');
  return { ...from, url, headers, method: 'GET', body: null };
}
