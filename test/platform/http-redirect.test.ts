import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import type { HttpRequest } from '../../utils/providers/contract.ts';
import {
  BALANCE_URL,
  balance,
  type FakeFetch,
  failureOf,
  hostWith,
  json,
  LINE,
  ORIGIN,
} from '../support/carrier.ts';

const to = (location: string, status = 302) => new Response(null, { status, headers: { location } });

/** What the browser gives when it was told not to follow: a response that says nothing. */
function opaque(): Response {
  return Object.defineProperties(new Response(null), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
  });
}

function followed(url: string): Response {
  return Object.defineProperties(json({}), { redirected: { value: true }, url: { value: url } });
}

async function ask(answer: FakeFetch, request: Partial<HttpRequest> = {}) {
  const { run, asked } = hostWith(answer);
  const result = await run()
    .http.request({ url: BALANCE_URL, headers: { authorization: 'Bearer x' }, ...request })
    .catch((error: unknown) => {
      if (error instanceof Failure) return error.kind;
      throw error;
    });
  return { result, asked };
}

describe('redirects', () => {
  it.each([
    'https://login.hotspot.example/',
    'http://api.nordtel.example/v1/lines/l-204/balance',
    'https://api.nordtel.example:8443/v1',
    '//evil.example/x',
    'https://user:pw@api.nordtel.example/v1',
    'javascript:alert(1)',
  ])('a redirect to %s is a network login, and the token is not carried there', async (location) => {
    const { result, asked } = await ask(() => to(location));
    expect(result).toBe('intercepted');
    expect(asked.map(({ url }) => url)).toEqual([BALANCE_URL]);
  });

  it('a redirect that the browser hides is a network login', async () => {
    const { result, asked } = await ask(opaque);
    expect(result).toBe('intercepted');
    expect(asked[0]?.init.redirect).toBe('manual');
  });

  it('a redirect on the own origin is followed with the token', async () => {
    const { result, asked } = await ask((url) => (url === BALANCE_URL ? to('/v2/balance') : json(balance())));
    expect(result).toMatchObject({ status: 200 });
    expect(asked[1]).toMatchObject({ url: `${ORIGIN}/v2/balance` });
    expect(asked[1]?.headers.get('authorization')).toBe('Bearer x');
  });

  it('three redirects are followed, a fourth is not', async () => {
    let hops = 0;
    const counted = (most: number) => () => (++hops <= most ? to(`/${hops}`) : json({}));
    expect((await ask(counted(3))).result).toMatchObject({ status: 200 });
    hops = 0;
    expect((await ask(counted(4))).result).toBe('unreadable');
  });

  it('a redirect to another origin after one on the own is not followed either', async () => {
    const { result, asked } = await ask((url) => to(url === BALANCE_URL ? '/next' : 'https://evil.example/'));
    expect(result).toBe('intercepted');
    expect(asked).toHaveLength(2);
  });

  it.each([
    [301, 'GET'],
    [302, 'GET'],
    [303, 'GET'],
    [307, 'POST'],
    [308, 'POST'],
  ])('after a POST answered %i the next request is a %s', async (status, method) => {
    const posted = (url: string) => (url === BALANCE_URL ? to('/done', status) : json({}));
    const { asked } = await ask(posted, { method: 'POST', json: { a: 1 } });
    expect(asked[1]?.init.method).toBe(method);
    expect(asked[1]?.init.body).toBe(method === 'POST' ? '{"a":1}' : null);
    expect(asked[1]?.headers.has('content-type')).toBe(method === 'POST');
  });

  it.each([300, 304, 305])('a status of %i that redirects nowhere is unreadable', async (status) => {
    expect((await ask(() => new Response(null, { status }))).result).toBe('unreadable');
  });

  it('a redirect without an address is unreadable', async () => {
    expect((await ask(() => new Response(null, { status: 302 }))).result).toBe('unreadable');
  });

  describe('followed by the browser, for a request without a secret', () => {
    const open: Partial<HttpRequest> = { headers: {}, followsOwnOrigin: true };

    it('counts where it arrived on its own origin', async () => {
      const { result, asked } = await ask(() => followed(`${ORIGIN}/v3`), open);
      expect(result).toMatchObject({ status: 200 });
      expect(asked[0]?.init.redirect).toBe('follow');
    });

    it('is a network login where it arrived elsewhere', async () => {
      expect((await ask(() => followed('https://login.hotspot.example/'), open)).result).toBe('intercepted');
    });

    it('is not sent at all when it carries the secret', async () => {
      const { run, asked } = hostWith(() => json({}));
      const request = { url: BALANCE_URL, headers: { 'x-key': 'canary-7d1f0be2c4' }, followsOwnOrigin: true };
      expect((await failureOf(run().http.request(request))).kind).toBe('unreadable');
      expect(asked).toEqual([]);
    });
  });

  describe('of a page that is asked with the session of the browser', () => {
    const ORIGINS = { origins: [ORIGIN], etags: {} };

    async function askPage(answers: FakeFetch[], request: Partial<HttpRequest> = {}) {
      const { host, asked } = hostWith((url, init) => (answers.shift() ?? opaque)(url, init));
      const declared = { ...accountApi, cookies: true };
      const page = { url: BALANCE_URL, cookies: true, followsOwnOrigin: true, ...request };
      const result = await host
        .run(declared, LINE, ORIGINS)
        .http.request(page)
        .catch((error: unknown) => (error instanceof Failure ? error.kind : Promise.reject(error)));
      return { result, modes: asked.map(({ init }) => init.redirect) };
    }

    it('asks once where nothing redirects', async () => {
      const { result, modes } = await askPage([() => json({})]);
      expect(result).toMatchObject({ status: 200 });
      expect(modes).toEqual(['manual']);
    });

    it('follows what the browser hides, and reads what stands on its own origin', async () => {
      const { result, modes } = await askPage([opaque, () => followed(`${ORIGIN}/login`)]);
      expect(result).toMatchObject({ status: 200 });
      expect(modes).toEqual(['manual', 'follow']);
    });

    it('is led elsewhere where following ends without an answer, or on another origin', async () => {
      const refused = () => Promise.reject(new TypeError('Failed to fetch'));
      expect((await askPage([opaque, refused])).result).toBe('intercepted');
      expect((await askPage([opaque, () => followed('https://login.example/')])).result).toBe('intercepted');
      expect((await askPage([refused])).result).toBe('offline');
    });

    it('is not followed where it posts, or carries a secret of the line', async () => {
      expect(await askPage([], { method: 'POST', form: { a: 'b' } })).toEqual({
        result: 'unreadable',
        modes: [],
      });
      const headers = { 'x-key': LINE.token };
      expect(await askPage([], { headers })).toEqual({ result: 'unreadable', modes: [] });
    });
  });
});
