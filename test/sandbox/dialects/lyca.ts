import { html, type Markup, page } from '../pages.ts';
import { json, type Reply, redirect } from '../reply.ts';
import { cookiesOf, type SandboxRequest } from '../router.ts';
import type { LineId } from '../vocabulary.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { generalData, type ToldBucket } from './told.ts';

const HOST = 'www.lycamobile.co.uk';
const NUMBERS: Record<string, LineId> = { '447700900142': 'esim', '447700900365': 'number-keeping' };
const COOKIE = 'lyca_session';

/** Lyca Mobile's British shop: no account API, but a page for whoever signed in, in this browser or by its form. */
export const lyca: Dialect = {
  id: 'lyca',
  hosts: [HOST],
  lines: Object.values(NUMBERS),
  fields: (carrier, lineId) => ({
    site: HOST,
    number: numberOf(lineId),
    password: carrier.secret('password'),
  }),
  shows: (bytes) => Math.round(bytes / unitOf(bytes).size) * unitOf(bytes).size,
  routes: (carrier) => [
    { method: 'GET', pattern: '/en/my-account/', handle: (request) => accountPage(carrier, request) },
    { method: 'GET', pattern: '/en/login/', handle: () => loginPage(null) },
    { method: 'POST', pattern: '/en/login/', handle: (request) => signInByForm(carrier, request) },
    { method: 'GET', pattern: '/en/logout/', handle: signOut },
    { method: 'POST', pattern: '/wp-admin/admin-ajax.php', handle: (request) => signIn(carrier, request) },
    {
      method: 'GET',
      pattern: '/en/quick-top-up/',
      handle: () => page({ title: 'Quick top up', body: html`<h1>Quick top up</h1>` }),
    },
  ],
};

function numberOf(lineId: LineId): string {
  return Object.keys(NUMBERS).find((number) => NUMBERS[number] === lineId) ?? '';
}

/** The line whose number and password a form holds, or null. */
function lineSignedIn(carrier: DialectCarrier, { body }: SandboxRequest): LineId | null {
  const form = new URLSearchParams(body);
  return form.get('pass') === carrier.secret('password')
    ? (NUMBERS[form.get('mobile_no') ?? ''] ?? null)
    : null;
}

function sessionOf(carrier: DialectCarrier, lineId: LineId): string {
  return `${COOKIE}=${lineId}.${carrier.secret('session')}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

/** What the page's own script asks. */
function signIn(carrier: DialectCarrier, request: SandboxRequest): Reply {
  const form = new URLSearchParams(request.body);
  // As the software under it answers what it does not know.
  if (form.get('action') !== 'lyca_login_ajax' || form.get('method') !== 'login') return json(0, 400);
  const lineId = lineSignedIn(carrier, request);
  if (lineId === null) return json({ is_error: true, message: 'Invalid mobile number or password' });
  return json({ is_error: false, message: 'Success' }, 200, { 'set-cookie': sessionOf(carrier, lineId) });
}

/** What a person does on it. */
function signInByForm(carrier: DialectCarrier, request: SandboxRequest): Reply {
  const lineId = lineSignedIn(carrier, request);
  if (lineId === null) return loginPage('Invalid mobile number or password');
  const to = redirect('/en/my-account/');
  return { ...to, headers: { ...to.headers, 'set-cookie': sessionOf(carrier, lineId) } };
}

function signOut(): Reply {
  const to = redirect('/en/login/');
  return { ...to, headers: { ...to.headers, 'set-cookie': `${COOKIE}=; Path=/; Secure; Max-Age=0` } };
}

function loginPage(problem: string | null): Reply {
  const body = html`<h1>Log in</h1>${problem === null ? null : html`<p>${problem}</p>`}
<form method="post" action="/en/login/">
<label>Mobile number <input name="mobile_no" inputmode="tel"></label>
<label>Password <input name="pass" type="password"></label>
<button>Log in</button></form>`;
  return page({ title: 'Log in', body });
}

function accountPage(carrier: DialectCarrier, { headers }: SandboxRequest): Reply {
  const [lineId, session] = cookiesOf(headers).get(COOKIE)?.split('.') ?? [];
  const line = Object.values(NUMBERS).find((known) => known === lineId);
  const told = line && session === carrier.secret('session') ? carrier.told(line) : null;
  if (!line || told === null) return redirect('/en/login/', 302);
  const body = html`<div class="acc"><h1>My account</h1><span class="bdl-msisdn">${numberOf(line)}</span>
<span class="myaccount-lowbalance">${credit(told)}
<a href="/en/quick-top-up/">Topup</a></span></div>
${generalData(told).map((bucket) => bundle(bucket, told.asOf))}`;
  return page({ title: 'My account', body });
}

function credit({ credit: told }: Told): string {
  if (told === null) return '';
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: told.currency }).format(
    told.amount / 100,
  );
}

/** One bundle's head, then a tile for what is left of it. Those abroad stand on a page of their own. */
function bundle({ label, validUntil, remaining, unlimited }: ToldBucket, asOf: string): Markup {
  return html`<div class="bdl-box"><p class="bdl-balance"><span><b>${label}</b>Balance as of ${day(asOf)}</span>
<span>| <b>${label}</b>${validUntil === null ? null : `Valid till ${day(validUntil)}`}</span></p>
<div class="bdl-mins">

${unlimited ? 'U' : written(remaining ?? 0)}</div></div>`;
}

/** `5.66GB`, `850MB` */
function written(bytes: number): string {
  const { size, name, places } = unitOf(bytes);
  return `${(Math.round(bytes / size) / 10 ** places).toFixed(places)}${name}`;
}

/** How finely an amount is told: hundredths of a gigabyte, or whole megabytes. */
function unitOf(bytes: number): { size: number; name: string; places: number } {
  return bytes >= 1e9 ? { size: 1e7, name: 'GB', places: 2 } : { size: 1e6, name: 'MB', places: 0 };
}

/** `28-04-2021`, by the clock of London. */
function day(at: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short' });
  return format.format(new Date(at)).replaceAll('/', '-');
}
