import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { toMs } from '../../utils/domain/instant.ts';
import { redact } from '../../utils/domain/redact.ts';
import { createHttpHost } from '../../utils/platform/http.ts';
import { lyca } from '../../utils/providers/lyca.ts';
import { type FakeFetch, NOW, spiedFetch } from '../support/carrier.ts';
import { contextFor } from '../support/replay.ts';

/* The password goes to the carrier's sign-in and nowhere else, and so does the number. */

const PASSWORD = 'canary-Plover-41';
const NUMBER = '447700900123';
const LINE = { site: 'www.lycamobile.co.uk', number: NUMBER, password: PASSWORD };
const SHOP = 'https://www.lycamobile.co.uk';

/** What a carrier that echoes everything writes into its pages. */
const ECHO = `${PASSWORD} ${encodeURIComponent(PASSWORD)} ${NUMBER}`;
const LOGIN = `<title>Login ${ECHO}</title>`;
const account = (body: string) => `<title>My Account</title>${body}`;

async function readWith(page: FakeFetch, signIn: FakeFetch = () => new Response('{"is_error":false}')) {
  const { fetch, asked } = spiedFetch((url, init) => (init.method === 'POST' ? signIn : page)(url, init));
  const host = createHttpHost({ fetch, hasPermission: async () => true, clock: { now: () => toMs(NOW) } });
  const { http } = host.run(lyca, LINE, { origins: lyca.origins(LINE), etags: {} });
  const outcome = lyca.read(LINE, contextFor(http, NOW)).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(60_000);
  return { outcome: await outcome, asked };
}

const html =
  (text: string): FakeFetch =>
  () =>
    new Response(text);
const status =
  (code: number): FakeFetch =>
  () =>
    new Response(ECHO, { status: code });
const redirect =
  (location: string): FakeFetch =>
  () =>
    new Response(null, { status: 302, headers: { location } });

/** Ways to fail, each with the password wherever it could be picked up. */
const PATHS: Record<string, [page: FakeFetch, signIn: FakeFetch | undefined]> = {
  'no network': [() => Promise.reject(new TypeError(`fetch ${ECHO}`)), undefined],
  'no answer': [() => new Promise(() => undefined), undefined],
  'a page for signing in, again and again': [html(LOGIN), undefined],
  'refused credentials': [html(LOGIN), html(JSON.stringify({ is_error: true, message: ECHO }))],
  'a sign-in without a verdict': [html(LOGIN), html(JSON.stringify({ [PASSWORD]: PASSWORD }))],
  'a page in the place of the verdict': [html(LOGIN), html(`<p>${ECHO}</p>`)],
  'a sign-in that is refused by its status': [html(LOGIN), status(403)],
  'a sign-in that is down': [html(LOGIN), status(500)],
  'a sign-in that leads elsewhere': [html(LOGIN), redirect(`https://evil.example/?p=${PASSWORD}`)],
  'a page that leads elsewhere': [redirect('https://evil.example/'), undefined],
  'a page of another number': [html(account('<i class="bdl-msisdn">447700900456</i>')), undefined],
  'a page that says nothing': [html(account(ECHO)), undefined],
  'a tile in words': [html(account(`<div class="bdl-mins">${PASSWORD}</div>`)), undefined],
  'a credit in words': [html(account(`<span class="myaccount-lowbalance">${PASSWORD}</span>`)), undefined],
  'a server error': [status(500), undefined],
};

describe('number and password', () => {
  const written: unknown[] = [];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, name).mockImplementation((...args) => void written.push(...args));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each(Object.entries(PATHS))(
    'G06: %s: they stand in no error and in no log',
    async (_way, [page, signIn]) => {
      const { outcome, asked } = await readWith(page, signIn);
      expect(outcome).toBeInstanceOf(Failure);
      const error = outcome as Failure;
      const told = [
        ...Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name))),
        error.cause,
      ];
      for (const secret of [PASSWORD, NUMBER]) {
        expect(told.join('\n')).not.toContain(secret);
        expect(written.join('\n')).not.toContain(secret);
        for (const { url } of asked) expect(url).not.toContain(secret);
      }
    },
  );

  it.each(Object.entries(PATHS))('%s: the password is sent at most once', async (_way, [page, signIn]) => {
    const { asked } = await readWith(page, signIn);
    expect(asked.filter(({ init }) => init.method === 'POST').length).toBeLessThanOrEqual(1);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('G06: the password goes to the sign-in of the own shop alone, and only in the body', async () => {
    const { asked } = await readWith(html(LOGIN));
    expect(asked.map(({ url, init }) => `${init.method} ${url}`)).toEqual([
      `GET ${SHOP}/en/my-account/`,
      `POST ${SHOP}/wp-admin/admin-ajax.php`,
      `GET ${SHOP}/en/my-account/`,
    ]);
    for (const { init, headers } of asked) {
      const form = Object.fromEntries(new URLSearchParams(String(init.body ?? '')));
      const sent = { action: 'lyca_login_ajax', method: 'login', mobile_no: NUMBER, pass: PASSWORD };
      expect(form).toEqual(init.method === 'POST' ? sent : {});
      expect(JSON.stringify([...headers])).not.toContain(PASSWORD);
      expect(init).toMatchObject({ credentials: 'include', referrerPolicy: 'no-referrer' });
    }
  });

  it('G06: in diagnostics they are masked', () => {
    const text = redact(`pass=${encodeURIComponent(PASSWORD)}&mobile_no=${NUMBER} ${PASSWORD}`, [PASSWORD]);
    for (const secret of [PASSWORD, NUMBER]) expect(text).not.toContain(secret);
  });
});
