import { Failure, NotModified } from '../domain/failure.ts';
import { type Instant, MINUTE, toInstant } from '../domain/instant.ts';
import type { CarriedProvider, Http, HttpAnswer, HttpRequest, ProviderLine } from '../providers/contract.ts';
import { withDeadline } from './deadline.ts';
import { admit } from './http-admit.ts';
import { decodeText, discardBody, readBody } from './http-body.ts';
import { parseJson } from './http-json.ts';
import { outgoingOf } from './http-outgoing.ts';
import { type Fetch, type Outgoing, send } from './http-send.ts';
import { clockSkew, freshUntil, statusFailure } from './http-status.ts';

/** A browser may refuse requests by itself for so long after server errors, with the same bare TypeError. */
const SHUT_AFTER_ERRORS = 15 * MINUTE;
const MAX_ETAG = 1000;

export interface HttpHostOptions {
  fetch: Fetch;
  /** whether the browser lets us talk to this origin (`https://host[:port]`) */
  hasPermission(origin: string): Promise<boolean>;
  clock: { now(): number };
  /** for one request, from connecting to the last byte of the body */
  deadlineMs?: number;
  /** of the decoded body */
  maxBytes?: number;
  /** Lets requests to this origin carry a header that no request of an extension can by itself. */
  giveHeader?: (origin: string, header: 'referer' | 'cookie', value: string) => Promise<void>;
  /** false = the browser knows that it has no network */
  isOnline?: () => boolean;
}

export interface HttpHostRun {
  http: Http;
  /** ETags by address: those given, renewed by what was answered. Keep them only where the run became a reading. */
  etags(): Record<string, string>;
  /** the latest instant until which the answers stay fresh by Cache-Control; null = not said */
  freshUntil(): Instant | null;
  /** how far the carrier's clock was ahead of ours in the last answer, milliseconds; null = not told */
  clockSkew(): number | null;
}

export interface HttpRunOptions {
  /** every request must stay on these */
  origins: readonly string[];
  etags: Record<string, string>;
}

export interface HttpHost {
  run(provider: CarriedProvider, line: ProviderLine, options: HttpRunOptions): HttpHostRun;
}

/** The one way to the network for providers. It never repeats a request: trying again is the scheduler's. */
export function createHttpHost(options: HttpHostOptions): HttpHost {
  const {
    fetch,
    hasPermission,
    clock,
    deadlineMs = 20_000,
    maxBytes = 2 ** 20,
    giveHeader = async () => {},
    isOnline = () => true,
  } = options;
  const lastServerError = new Map<string, number>();

  async function exchange(outgoing: Outgoing, wantsErrors: boolean): Promise<[Response, Uint8Array]> {
    return withDeadline(deadlineMs, async (signal) => {
      const response = await send(fetch, outgoing, signal);
      if (response.status >= 500) lastServerError.set(outgoing.url.origin, clock.now());
      else lastServerError.delete(outgoing.url.origin);
      if (response.status < 400 || wantsErrors) return [response, await readBody(response, maxBytes)];
      discardBody(response);
      throw statusFailure(response.status, response.headers, clock.now());
    });
  }

  function explained(error: unknown, origin: string): unknown {
    if (!(error instanceof Failure) || error.kind !== 'offline' || !isOnline()) return error;
    const erredAt = lastServerError.get(origin) ?? Number.NEGATIVE_INFINITY;
    if (clock.now() - erredAt > SHUT_AFTER_ERRORS) return error;
    return new Failure('carrier-down', 'no connection, soon after server errors');
  }

  function run(
    provider: CarriedProvider,
    line: ProviderLine,
    { origins, etags: given }: HttpRunOptions,
  ): HttpHostRun {
    const etags = { ...given };
    let fresh: number | null = null;
    let skew: number | null = null;

    async function request(request: HttpRequest): Promise<HttpAnswer> {
      const url = admit(request, provider, line, origins);
      if (!(await hasPermission(url.origin))) throw new Failure('no-access', url.origin);
      if (provider.referer) await giveHeader(url.origin, 'referer', `${url.origin}/`);
      if (request.cookies && request.session) await giveHeader(url.origin, 'cookie', request.session);
      const etag = request.conditional ? etags[url.href] : undefined;
      const outgoing = outgoingOf(request, url, etag);
      const [response, body] = await exchange(outgoing, request.readsErrors === true).catch((error) => {
        throw explained(error, url.origin);
      });
      skew = clockSkew(response.headers, clock.now());
      const until = freshUntil(response.headers, clock.now());
      if (until !== null && response.status < 400) fresh = Math.max(fresh ?? until, until);
      if (response.status === 304 && etag) throw new NotModified();
      if (response.status >= 300 && response.status < 400)
        throw new Failure('unreadable', `HTTP ${response.status}`);
      if (request.conditional) keepEtag(etags, url.href, response);
      return answerOf(response, body, clock.now());
    }

    return {
      http: { request },
      etags: () => ({ ...etags }),
      freshUntil: () => (fresh === null ? null : toInstant(fresh)),
      clockSkew: () => skew,
    };
  }

  return { run };
}

function keepEtag(etags: Record<string, string>, address: string, response: Response): void {
  const etag = response.headers.get('etag');
  if (etag && etag.length <= MAX_ETAG && response.status < 400) etags[address] = etag;
  else delete etags[address];
}

function answerOf(response: Response, body: Uint8Array, now: number): HttpAnswer {
  const text = () => decodeText(body);
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    freshUntil: () => {
      const until = freshUntil(response.headers, now);
      return until === null || until <= now ? null : toInstant(until);
    },
    text,
    json: () => parseJson(text()),
    failure: () => statusFailure(response.status, response.headers, now),
  };
}
