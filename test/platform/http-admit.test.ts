import { describe, expect, it } from 'vitest';
import { accountApi } from '../../utils/providers/account-api.ts';
import { BALANCE_URL, failureOf, hostWith, json, LINE, ORIGIN } from '../support/carrier.ts';

const TOKEN = LINE.token;

describe('what may be sent', () => {
  it.each([
    ['another host', 'https://evil.example/v1'],
    ['another port', `${ORIGIN}:444/v1`],
    ['the same host without encryption', 'http://api.nordtel.example/v1'],
    ['a host that only begins alike', `${ORIGIN}.evil.example/`],
  ])('a request to %s is outside the line, and nothing is sent', async (_what, url) => {
    const { run, asked } = hostWith(() => json({}));
    expect((await failureOf(run().http.request({ url }))).kind).toBe('intercepted');
    expect(asked).toEqual([]);
  });

  it.each(['not an address', 'https://user:pw@api.nordtel.example/', ''])(
    'an address like "%s" is never asked',
    async (url) => {
      const { run, asked } = hostWith(() => json({}));
      expect((await failureOf(run().http.request({ url }))).kind).toBe('unreadable');
      expect(asked).toEqual([]);
    },
  );

  it.each(['http://carrier.example', 'http://8.8.8.8', 'http://172.32.0.1', 'http://mifi.local.example'])(
    'C15: nothing is asked of %s unencrypted, whatever a provider declares',
    async (origin) => {
      const { host, asked } = hostWith(() => json({}));
      const { http } = host.run(accountApi, LINE, { origins: [origin], etags: {} });
      expect((await failureOf(http.request({ url: `${origin}/` }))).kind).toBe('unreadable');
      expect(asked).toEqual([]);
    },
  );

  it('devices of the own network are asked unencrypted', async () => {
    const { host, asked } = hostWith(() => json({}));
    for (const origin of ['http://192.168.8.1', 'http://mifi.local', 'http://[fe80::1]'])
      await host.run(accountApi, LINE, { origins: [origin], etags: {} }).http.request({ url: `${origin}/` });
    expect(asked.map(({ url }) => url)).toEqual([
      'http://192.168.8.1/',
      'http://mifi.local/',
      'http://[fe80::1]/',
    ]);
  });

  it('only a provider that declares it has its Referer laid down, before it asks, and once it may', async () => {
    const told: string[] = [];
    const allowed = new Set<string>();
    const { host } = hostWith(() => json(void told.push('asked')), {
      giveHeader: async (...header) => void told.push(header.join(' ')),
      hasPermission: async (origin) => allowed.has(origin),
    });
    const device = { ...accountApi, referer: true };
    const ask = (provider: typeof accountApi) =>
      host.run(provider, LINE, { origins: [ORIGIN], etags: {} }).http.request({ url: BALANCE_URL });
    expect((await failureOf(ask(device))).kind).toBe('no-access');
    expect(told).toEqual([]);
    allowed.add(ORIGIN);
    await ask(accountApi);
    await ask(device);
    expect(told).toEqual(['asked', `${ORIGIN} referer ${ORIGIN}/`, 'asked']);
  });

  it('a missing permission is told as such, not as being offline, and nothing is sent', async () => {
    const { run, asked } = hostWith(() => Promise.reject(new TypeError('Failed to fetch')), {
      hasPermission: async (origin) => origin !== ORIGIN,
    });
    expect((await failureOf(run().http.request({ url: BALANCE_URL }))).kind).toBe('no-access');
    expect(asked).toEqual([]);
  });

  it.each([
    ['in a query', `${ORIGIN}/v1?token=${TOKEN}`],
    ['as a name in a query', `${ORIGIN}/v1?${TOKEN}`],
    ['in the path', `${ORIGIN}/v1/${TOKEN}/balance`],
    ['within a segment', `${ORIGIN}/v1/a-${TOKEN}-b`],
    ['in the fragment', `${ORIGIN}/v1#${TOKEN}`],
    ['encoded', `${ORIGIN}/v1?t=${TOKEN.replace('c', '%63')}`],
    ['encoded within a value', `${ORIGIN}/v1?t=Bearer+${TOKEN.replace('c', '%63')}`],
    ['encoded within the path', `${ORIGIN}/v1/x-${TOKEN.replace('c', '%63')}/y`],
  ])(
    'G06: a request with the token %s of its address is refused, and nothing is sent',
    async (_where, url) => {
      const { run, asked } = hostWith(() => json({}));
      const failure = await failureOf(run().http.request({ url }));
      expect(failure.kind).toBe('unreadable');
      expect(failure.message).not.toContain(TOKEN);
      expect(asked).toEqual([]);
    },
  );

  it('a short secret is looked for as a whole value, not by chance within one', async () => {
    const { run } = hostWith(() => json({}));
    const short = run({ ...LINE, token: 'v1l' });
    await expect(short.http.request({ url: `${ORIGIN}/v1lines` })).resolves.toMatchObject({ status: 200 });
    expect((await failureOf(short.http.request({ url: `${ORIGIN}/x?pin=v1l` }))).kind).toBe('unreadable');
  });

  it('requests carry no cookies, no referrer and no cache', async () => {
    const { run, asked } = hostWith(() => json({}));
    await run().http.request({ url: BALANCE_URL });
    expect(asked[0]?.init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
  });

  it('cookies go along only where the provider declares that it needs them', async () => {
    const { host, run, asked } = hostWith(() => json({}));
    const request = { url: BALANCE_URL, cookies: true };
    expect((await failureOf(run().http.request(request))).kind).toBe('unreadable');
    const declared = { ...accountApi, cookies: true };
    await host.run(declared, LINE, { origins: [ORIGIN], etags: {} }).http.request(request);
    expect(asked.map(({ init }) => init.credentials)).toEqual(['include']);
  });

  it('a session that a device told is laid down only in place of cookies', async () => {
    const laid: string[] = [];
    const giveHeader = async (...header: string[]) => void laid.push(header.join(' '));
    const { host, run } = hostWith(() => json({}), { giveHeader });
    const request = { url: BALANCE_URL, cookies: true, session: 'SessionID=abc' };
    expect((await failureOf(run().http.request(request))).kind).toBe('unreadable');
    await run().http.request({ ...request, cookies: false });
    expect(laid).toEqual([]);
    const declared = { ...accountApi, cookies: true };
    await host.run(declared, LINE, { origins: [ORIGIN], etags: {} }).http.request(request);
    expect(laid).toEqual([`${ORIGIN} cookie SessionID=abc`]);
  });

  it('a token that no header can hold is a matter of signing in, and is not quoted', async () => {
    const { run, asked } = hostWith(() => json({}));
    const headers = { authorization: 'Bearer geheim\u4e2d' };
    const failure = await failureOf(run().http.request({ url: BALANCE_URL, headers }));
    expect(failure.kind).toBe('signed-out');
    expect(failure.message).not.toContain('geheim');
    expect(asked).toEqual([]);
  });

  it('what is posted is JSON or a form, and says so', async () => {
    const { run, asked } = hostWith(() => json({}));
    await run().http.request({ url: BALANCE_URL, method: 'POST', json: { a: [1] } });
    await run().http.request({ url: BALANCE_URL, method: 'POST', form: { a: 'b c', d: '&' } });
    expect(asked.map(({ init }) => init.body)).toEqual(['{"a":[1]}', 'a=b+c&d=%26']);
    expect(asked.map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
    ]);
  });
});
