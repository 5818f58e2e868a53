import { Failure } from '../../utils/domain/failure.ts';
import { toMs } from '../../utils/domain/instant.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import { createHttpHost, type HttpHostOptions } from '../../utils/platform/http.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import type { ReadContext } from '../../utils/providers/contract.ts';
import { contextFor } from './replay.ts';

/* A line at a carrier of the account API, asked through the real host; only the network is replaced. */

export const NOW = '2026-11-21T09:30:00Z';
export const ORIGIN = 'https://api.nordtel.example';
export const LINE = { baseUrl: `${ORIGIN}/v1`, token: 'canary-7d1f0be2c4', line: 'l-204' };
export const BALANCE_URL = `${ORIGIN}/v1/lines/l-204/balance`;

export type FakeFetch = (url: string, init: RequestInit) => Response | Promise<Response>;

/** `fetch`, and what it was asked, in order. */
export function spiedFetch(answer: FakeFetch) {
  const asked: { url: string; init: RequestInit; headers: Headers }[] = [];
  const spy: typeof fetch = async (input, init = {}) => {
    asked.push({ url: String(input), init, headers: new Headers(init.headers) });
    return answer(String(input), init);
  };
  return { fetch: spy, asked };
}

export function hostWith(answer: FakeFetch, options: Partial<HttpHostOptions> = {}) {
  const { fetch, asked } = spiedFetch(answer);
  const host = createHttpHost({
    fetch,
    hasPermission: async () => true,
    clock: { now: () => toMs(NOW) },
    ...options,
  });
  const run = (line = LINE, etags: Record<string, string> = {}) =>
    host.run(accountApi, line, { origins: accountApi.origins(line), etags });
  return { host, asked, run };
}

/** What the provider is given when the network answers so. */
export function contextWith(answer: FakeFetch, options: Partial<HttpHostOptions> = {}): ReadContext {
  return contextFor(hostWith(answer, options).run().http, NOW);
}

/** One balance: the reading, or the failure in its place. Anything else that is thrown goes on. */
export async function readBalance(
  answer: FakeFetch,
  options: Partial<HttpHostOptions> = {},
): Promise<Reading | Failure> {
  return accountApi.read(LINE, contextWith(answer, options)).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

/** The kind of failure of an answer with this body; `read` where it became a reading. */
export async function verdictOn(body: BodyInit | null, init: ResponseInit = {}): Promise<string> {
  const result = await readBalance(() => new Response(body, init));
  return result instanceof Failure ? result.kind : 'read';
}

/** The failure of a promise. Throws where it did not fail, or failed in a way that is not one. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof Failure) return error;
  throw error;
}

/** A whole balance with one bundle; each test changes what it is about. */
export function balance(changes: Record<string, unknown> = {}, bucket: Record<string, unknown> = {}) {
  return {
    lineId: LINE.line,
    asOf: '2026-11-21T09:25:00Z',
    lineStatus: 'active',
    planName: 'Plus',
    buckets: [
      {
        id: 'main',
        label: 'Data',
        kind: 'data',
        scope: 'general',
        state: 'active',
        total: 4_000_000_000,
        used: 1_500_000_000,
        remaining: 2_500_000_000,
        unlimited: false,
        currency: null,
        throttledTo: null,
        validFrom: null,
        validUntil: '2026-12-01T22:59:59Z',
        validUntilEstimated: false,
        ...bucket,
      },
    ],
    credit: { amount: 905, currency: 'EUR' },
    validUntil: { at: '2027-03-01T00:00:00Z', estimated: false },
    period: { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z' },
    autoRenew: { enabled: true, offerId: 'plus', nextAt: '2026-12-01T00:00:00Z' },
    nextPollAt: '2026-11-21T10:25:00Z',
    topUpUrl: 'https://pay.nordtel.example/refill',
    ...changes,
  };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' }, ...init });
}

/** What a line is given whose carrier answers everything so, and the requests that it makes. */
export function asked(answer: unknown, line = LINE) {
  const host = hostWith(() => json(answer));
  return { requests: host.asked, context: contextFor(host.run(line).http, NOW), line };
}
