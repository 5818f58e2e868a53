import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../utils/domain/failure.ts';
import { type FakeFetch, readBalance } from '../support/carrier.ts';

/** What comes of an answer of which `ms` milliseconds pass; null = still waiting. */
async function verdictAfter(ms: number, answer: FakeFetch, deadlineMs?: number): Promise<string | null> {
  let kind: string | null = null;
  void readBalance(answer, deadlineMs ? { deadlineMs } : {}).then((result) => {
    kind = 'kind' in result ? (result as Failure).kind : 'read';
  });
  await vi.advanceTimersByTimeAsync(ms);
  return kind;
}

/** A body that sends `first` at once, then a byte every `everyMs`, and never ends. */
function dripping(first: string, everyMs: number): Response {
  const bytes = new TextEncoder();
  return new Response(
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(bytes.encode(first));
        const timer = setInterval(() => controller.enqueue(bytes.encode(' ')), everyMs);
        setTimeout(() => clearInterval(timer), 120_000);
      },
    }),
  );
}

const never = () => new Promise<never>(() => undefined);

describe('a carrier that does not come to an end', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('A01: an answer that never begins is given up after 20 seconds', async () => {
    expect(await verdictAfter(19_999, never)).toBeNull();
    expect(await verdictAfter(20_000, never)).toBe('timeout');
  });

  it('A01: the same deadline ends the request itself, so that the connection is let go', async () => {
    let signal: AbortSignal | null | undefined;
    const answer: FakeFetch = (_url, init) => {
      signal = init.signal;
      return never();
    };
    await verdictAfter(19_999, answer);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(signal?.aborted).toBe(true);
  });

  it('a body that stalls after the headers falls under the same deadline', async () => {
    const stalled = () => new Response(new ReadableStream({ pull: never }));
    expect(await verdictAfter(20_000, stalled)).toBe('timeout');
  });

  it('a body that drips a byte a second falls under the same deadline', async () => {
    const drip = () => dripping('{"buckets":[', 1000);
    expect(await verdictAfter(19_999, drip)).toBeNull();
    expect(await verdictAfter(20_000, drip)).toBe('timeout');
  });

  it('redirects do not begin the deadline anew', async () => {
    const slowRedirect: FakeFetch = async () => {
      await new Promise((done) => setTimeout(done, 8_000));
      return new Response(null, { status: 302, headers: { location: '/v1/again' } });
    };
    expect(await verdictAfter(20_000, slowRedirect)).toBe('timeout');
  });

  it('no timer is left behind by an answer in time', async () => {
    await readBalance(() => new Response('{}'));
    expect(vi.getTimerCount()).toBe(0);
  });
});
