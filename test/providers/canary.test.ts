import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAILURE_KINDS, type Failure } from '../../utils/domain/failure.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import { balance, type FakeFetch, hostWith, json, LINE, NOW, ORIGIN } from '../support/carrier.ts';
import { contextFor } from '../support/replay.ts';

const CANARY = LINE.token;
/** What a carrier that echoes everything puts into its answers. */
const ECHO = { token: CANARY, authorization: `Bearer ${CANARY}`, url: `${ORIGIN}/?access_token=${CANARY}` };

const status = (code: number): FakeFetch => {
  const headers = {
    'retry-after': '60',
    'www-authenticate': `Bearer error="${CANARY}"`,
    etag: `"${CANARY}"`,
  };
  return () => json(ECHO, { status: code, headers });
};
const redirect =
  (location: string): FakeFetch =>
  () =>
    new Response(null, { status: 302, headers: { location } });
const body =
  (text: string): FakeFetch =>
  () =>
    new Response(text);

/** Every way to fail, each with the token wherever it could be picked up. */
const PATHS: Record<string, [FakeFetch, string]> = {
  'no network': [() => Promise.reject(new TypeError(`fetch ${CANARY} failed`)), 'offline'],
  'a broken connection': [
    () => new Response(new ReadableStream({ pull: () => Promise.reject(new Error(CANARY)) })),
    'offline',
  ],
  'no answer': [() => new Promise(() => undefined), 'timeout'],
  'a refused token': [status(401), 'signed-out'],
  'an unknown line': [status(404), 'line-gone'],
  'too many requests': [status(429), 'rate-limited'],
  'a server error': [status(500), 'carrier-down'],
  'another client error': [status(418), 'unreadable'],
  'a redirect elsewhere': [redirect(`https://evil.example/?t=${CANARY}`), 'intercepted'],
  'a redirect in a circle': [redirect(`/v1/x?t=${CANARY}`), 'unreadable'],
  'a page': [body(`<html>${CANARY}</html>`), 'intercepted'],
  'broken JSON': [body(`{"token":"${CANARY}"`), 'unreadable'],
  'JSON that is only the token': [body(CANARY), 'unreadable'],
  'another shape': [() => json({ [CANARY]: CANARY, buckets: CANARY }), 'unreadable'],
  'a wrong value': [() => json(balance({}, { remaining: CANARY, kind: CANARY, id: 5 })), 'unreadable'],
  'a wrong currency': [() => json(balance({ credit: { amount: 1, currency: CANARY } })), 'unreadable'],
  'another line': [() => json(balance({ lineId: CANARY })), 'unreadable'],
  'broken text': [() => new Response(Uint8Array.from([0xff, 0xfe])), 'unreadable'],
  'too much': [body(CANARY.repeat(100_000)), 'unreadable'],
};

async function failureFrom(answer: FakeFetch, allowed = true): Promise<Failure> {
  const { run } = hostWith(answer, { hasPermission: async () => allowed });
  const reading = accountApi.read(LINE, contextFor(run().http, NOW));
  const failure = reading.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: Failure) => error,
  );
  await vi.advanceTimersByTimeAsync(20_000);
  return failure;
}

/** Everything of an error that could be stored, shown or logged. */
function everythingOf(error: Failure): string {
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
  return [String(error), JSON.stringify(error), ...own, String(error.cause)].join('\n');
}

describe('the token on every way to fail', () => {
  const written: unknown[] = [];
  const consoleNames = ['log', 'info', 'warn', 'error', 'debug'] as const;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const name of consoleNames)
      vi.spyOn(console, name).mockImplementation((...args) => void written.push(...args));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each(Object.entries(PATHS))(
    'G06: %s: it stands in no error text and in no log',
    async (_way, [answer, kind]) => {
      const failure = await failureFrom(answer);
      expect(failure.kind).toBe(kind);
      expect(everythingOf(failure)).not.toContain(CANARY);
      expect(everythingOf(failure)).not.toContain('access_token');
      expect(written).toEqual([]);
    },
  );

  it('G06: a missing permission names the origin and nothing of the request', async () => {
    const failure = await failureFrom(() => json(balance()), false);
    expect(failure).toMatchObject({ kind: 'no-access', detail: ORIGIN });
  });

  it('G06: these are all the ways that the host and this provider can fail', () => {
    const kinds = new Set([...Object.values(PATHS).map(([, kind]) => kind), 'no-access']);
    expect(FAILURE_KINDS.filter((kind) => !kinds.has(kind))).toEqual(['wrong-network']);
  });

  it('G06: no request carries it anywhere but in the Authorization header', async () => {
    const { run, asked } = hostWith(() =>
      json({ buckets: [], offers: [], topUps: [], lines: [], next: null }),
    );
    const context = contextFor(run().http, NOW);
    await accountApi.read(LINE, context);
    await accountApi.lines?.(LINE, context);
    await accountApi.topUps?.offers(LINE, context);
    await accountApi.topUps?.receipts(LINE, context, 'next');
    await accountApi.topUps?.open(LINE, context, { amount: 5 }, 'key').catch(() => undefined);
    expect(asked).toHaveLength(5);
    for (const { url, headers, init } of asked) {
      expect(headers.get('authorization')).toBe(`Bearer ${CANARY}`);
      headers.delete('authorization');
      expect([url, String(init.body), JSON.stringify([...headers])].join()).not.toContain(CANARY);
    }
  });
});
