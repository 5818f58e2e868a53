import { describe, expect, it } from 'vitest';
import { balance, json, readBalance, verdictOn } from '../support/carrier.ts';

const MEBIBYTE = 2 ** 20;

/** A body of `chunk` without end, and how often it was asked for more. */
function endless(chunk: Uint8Array) {
  const state = { pulls: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      state.pulls += 1;
      controller.enqueue(chunk);
    },
    cancel: () => {
      state.cancelled = true;
    },
  });
  return { state, body };
}

function brokenOff(first: string): Response {
  let sent = false;
  return new Response(
    new ReadableStream({
      pull: (controller) => {
        if (sent) controller.error(new TypeError('terminated'));
        else controller.enqueue(new TextEncoder().encode(first));
        sent = true;
      },
    }),
  );
}

describe('the body of an answer', () => {
  it('D13: an endless body is let go after one mebibyte', async () => {
    const { state, body } = endless(new Uint8Array(64 * 1024).fill(0x20));
    expect(await verdictOn(body)).toBe('unreadable');
    expect(state.cancelled).toBe(true);
    expect(state.pulls).toBeLessThanOrEqual(18);
  });

  it('a Content-Length that promises little is not believed', async () => {
    const { body } = endless(new Uint8Array(64 * 1024).fill(0x20));
    expect(await verdictOn(body, { headers: { 'content-length': '12' } })).toBe('unreadable');
  });

  it('a Content-Length that threatens much is not believed either', async () => {
    const text = JSON.stringify(balance());
    expect(await verdictOn(text, { headers: { 'content-length': '99999999999' } })).toBe('read');
  });

  it('exactly one mebibyte is read, one byte more is not', async () => {
    const text = JSON.stringify(balance());
    expect(await verdictOn(text.padEnd(MEBIBYTE, ' '))).toBe('read');
    expect(await verdictOn(text.padEnd(MEBIBYTE + 1, ' '))).toBe('unreadable');
  });

  it('a connection that is reset within the body is being offline, and no figure comes of what had arrived', async () => {
    const whole = JSON.stringify(balance());
    expect(await readBalance(() => brokenOff(whole))).toMatchObject({ kind: 'offline', retryAt: null });
  });

  it('a body that ends too early without an error is unreadable', async () => {
    const whole = JSON.stringify(balance());
    for (const end of [1, 20, 200, whole.length - 1]) {
      expect(await verdictOn(whole.slice(0, end)), `cut after ${end}`).toBe('unreadable');
    }
  });

  it('bytes are put together before they are read: a character may come in two pieces', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(balance({ planName: '月租方案' })));
    const pieces = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readBalance(() => new Response(pieces))).toMatchObject({ planName: '月租方案' });
  });

  it('the body of an error is neither waited for nor read', async () => {
    const { state, body } = endless(new Uint8Array(1024));
    expect(await verdictOn(body, { status: 503 })).toBe('carrier-down');
    expect(state.cancelled).toBe(true);
  });

  it('an ordinary answer becomes a reading', async () => {
    expect(await readBalance(() => json(balance()))).toMatchObject({
      planName: 'Plus',
      buckets: [{ remaining: 2_500_000_000 }],
    });
  });
});
