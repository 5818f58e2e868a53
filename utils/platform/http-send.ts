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
  /**
   * Let the browser follow, and judge where it arrived. One with cookies is asked unfollowed first: what does not
   * redirect is never sent on, and what leads elsewhere is told from being offline.
   */
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
  const cautious = outgoing.follow && outgoing.credentials === 'include';
  const follows = outgoing.follow && !cautious;
  const response = await ask(fetch, outgoing, follows, signal).catch(unreachable);
  if (!cautious || response.type !== 'opaqueredirect') return arrived(response, outgoing);
  discardBody(response);
  return arrived(await ask(fetch, outgoing, true, signal).catch(ledElsewhere), outgoing);
}

function ask(fetch: Fetch, outgoing: Outgoing, follows: boolean, signal: AbortSignal): Promise<Response> {
  return fetch(outgoing.url.href, {
    method: outgoing.method,
    headers: outgoing.headers,
    body: outgoing.body,
    credentials: outgoing.credentials,
    redirect: follows ? 'follow' : 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

/** The response, where it is one of the origin that was asked. Throws Failure. */
function arrived(response: Response, { url }: Outgoing): Response {
  const elsewhere = response.redirected && URL.parse(response.url)?.origin !== url.origin;
  if (response.type !== 'opaqueredirect' && !elsewhere) return response;
  discardBody(response);
  throw new Failure('intercepted', 'a redirect');
}

/** A bare TypeError is all that fetch says, whether the network, the name, the port or the certificate failed. */
function unreachable(error: unknown): never {
  if (error instanceof Failure) throw error;
  throw new Failure('offline', 'no connection');
}

/** The origin answered a moment ago, so it is where it led that does not let us in. */
function ledElsewhere(error: unknown): never {
  if (error instanceof Failure) throw error;
  throw new Failure('intercepted', 'a redirect to another origin');
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
