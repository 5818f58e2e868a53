import { describe, expect, it } from 'vitest';
import { NotModified } from '../../utils/domain/failure.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import { BALANCE_URL, balance, failureOf, hostWith, json, LINE, NOW } from '../support/carrier.ts';
import { contextFor } from '../support/replay.ts';

const ETAG = '"v7-3"';

/** One reading with what was kept of the poll before; `unchanged` where the host signals it. */
async function poll(answer: () => Response, etags: Record<string, string> = {}) {
  const { run, asked } = hostWith(answer);
  const { http, ...seen } = run(LINE, etags);
  const result = await accountApi.read(LINE, contextFor(http, NOW)).catch((error: unknown) => {
    if (error instanceof NotModified) return 'unchanged';
    throw error;
  });
  return { result, etags: seen.etags(), freshUntil: seen.freshUntil(), sent: asked[0]?.headers };
}

const notModified = (headers: Record<string, string> = {}) => new Response(null, { status: 304, headers });

describe('a balance that has not changed', () => {
  it('the ETag of an answer is kept for its address and sent the next time', async () => {
    const first = await poll(() => json(balance(), { headers: { etag: ETAG } }));
    expect(first.sent?.has('if-none-match')).toBe(false);
    expect(first.etags).toEqual({ [BALANCE_URL]: ETAG });
    const second = await poll(() => notModified(), first.etags);
    expect(second.sent?.get('if-none-match')).toBe(ETAG);
    expect(second.result).toBe('unchanged');
    expect(second.etags).toEqual({ [BALANCE_URL]: ETAG });
  });

  it('an unchanged answer renews how long the figures stay fresh', async () => {
    const answer = () => notModified({ 'cache-control': 'private, max-age=1800' });
    const { freshUntil } = await poll(answer, { [BALANCE_URL]: ETAG });
    expect(freshUntil).toBe('2026-11-21T10:00:00Z');
  });

  it('an ETag of another address is not sent', async () => {
    const other = { [BALANCE_URL.replace('l-204', 'l-205')]: ETAG };
    const { sent, etags } = await poll(() => json(balance()), other);
    expect(sent?.has('if-none-match')).toBe(false);
    expect(etags).toEqual(other);
  });

  it('an answer without an ETag forgets the one before', async () => {
    expect((await poll(() => json(balance()), { [BALANCE_URL]: ETAG })).etags).toEqual({});
  });

  it('an ETag of unreasonable length is not kept', async () => {
    const long = { headers: { etag: `"${'x'.repeat(1001)}"` } };
    expect((await poll(() => json(balance(), long))).etags).toEqual({});
  });

  it('a 304 that was not asked for is unreadable', async () => {
    expect((await failureOf(poll(() => notModified()))).kind).toBe('unreadable');
  });

  it('offers are never asked conditionally', async () => {
    const { run, asked } = hostWith(() =>
      json({ offers: [], customAmount: null }, { headers: { etag: ETAG } }),
    );
    const current = run(LINE, { [BALANCE_URL]: ETAG });
    await accountApi.topUps?.offers(LINE, contextFor(current.http, NOW));
    expect(asked[0]?.headers.has('if-none-match')).toBe(false);
    expect(current.etags()).toEqual({ [BALANCE_URL]: ETAG });
  });
});

describe('how long an answer stays fresh', () => {
  it.each([
    ['max-age=600', undefined, '2026-11-21T09:40:00Z'],
    ['private, MAX-AGE = 600', undefined, '2026-11-21T09:40:00Z'],
    ['max-age="600"', undefined, '2026-11-21T09:40:00Z'],
    ['max-age=600', '540', '2026-11-21T09:31:00Z'],
    ['max-age=600', '9000', '2026-11-21T09:30:00Z'],
    ['s-maxage=600', undefined, null],
    ['max-age=-1', undefined, null],
    ['max-age=forever', undefined, null],
    ['no-store', undefined, null],
  ])('Cache-Control "%s" with Age %s: until %s', async (control, age, expected) => {
    const headers = { 'cache-control': control, ...(age && { age }) };
    expect((await poll(() => json(balance(), { headers }))).freshUntil).toBe(expected);
  });

  it('is not said by an answer without Cache-Control', async () => {
    expect((await poll(() => json(balance()))).freshUntil).toBeNull();
  });
});
