import { startSandbox } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox-types.ts';

/** Where the clock stands still in these tests: a Monday. */
export const START = Date.parse('2026-03-02T10:00:00Z');

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A sandbox whose clock moves by control alone. */
export function startStill(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({ now: () => START, ...options });
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** The account API as a client of its own sees it. Paths stand under the base URL. */
export function client(sandbox: Sandbox, token: string | null = sandbox.demo.token) {
  const send = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const response = await fetch(`${sandbox.baseUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: Answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
    return answer;
  };
  return {
    get: (path: string, headers: Record<string, string> = {}) => send('GET', path, headers),
    /** Opens a checkout; each call has a key of its own unless one is given. */
    order: (lineId: string, body: unknown, key: string = crypto.randomUUID()) =>
      send('POST', `/lines/${lineId}/checkouts`, { 'idempotency-key': key }, body),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send('POST', path, headers, body),
  };
}

export interface SeenBucket {
  id: string;
  label: string;
  kind: string;
  state: string;
  total: number;
  used: number;
  remaining: number;
  validFrom: string | null;
  validUntil: string | null;
  throttledTo: number | null;
}

export interface SeenBalance {
  lineId: string;
  asOf: string;
  lineStatus: string;
  buckets: SeenBucket[];
  credit: { amount: number; currency: string } | null;
  validUntil: { at: string } | null;
  period: { start: string; end: string } | null;
  autoRenew: { enabled: boolean; offerId: string; nextAt: string | null } | null;
}

export async function balanceOf(sandbox: Sandbox, lineId: string): Promise<SeenBalance> {
  const { body } = await client(sandbox).get(`/lines/${lineId}/balance`);
  return body as unknown as SeenBalance;
}

/** The bucket of that id; a missing one fails the test. */
export async function bucketOf(sandbox: Sandbox, lineId: string, id: string): Promise<SeenBucket> {
  const found = (await balanceOf(sandbox, lineId)).buckets.find((bucket) => bucket.id === id);
  if (!found) throw new Error(`no bucket ${id}`);
  return found;
}

/** Opens a checkout and answers its id. */
export async function opened(sandbox: Sandbox, lineId: string, order: unknown): Promise<string> {
  const { status, body } = await client(sandbox).order(lineId, order);
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return String(body.id);
}

export async function checkoutOf(sandbox: Sandbox, id: string): Promise<Record<string, unknown>> {
  return (await client(sandbox).get(`/checkouts/${id}`)).body;
}

/** Lets the sandbox work on until it is so; the test's own deadline ends a vain wait. */
export async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setImmediate(done));
}
