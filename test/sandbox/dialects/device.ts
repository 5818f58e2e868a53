import { html, page } from '../pages.ts';
import { Problem } from '../problems.ts';
import { type Reply, redirect } from '../reply.ts';
import { cookiesOf, type Route, type SandboxRequest } from '../router.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { generalData, together } from './told.ts';

const MIB = 1024 ** 2;

/** What a device counts of its line's month, and what its owner has set. */
export interface Counted {
  /** bytes since the month began */
  download: number;
  upload: number;
  /** MiB that the owner allows, what the line holds in whole ones; null = none are set */
  limitMiB: number | null;
  /** the day of the month on which it begins anew */
  firstDay: number;
}

/** The owner of the device has set the volume of the line's bundles, and counts up to where their rest ends. */
export function countedBy(told: Told): Counted {
  const { total, used, remaining, unlimited, validUntil } = together(generalData(told));
  const limitMiB = unlimited ? null : Math.ceil(total / MIB);
  const counted = limitMiB === null ? used : limitMiB * MIB - remaining;
  const upload = Math.floor(counted / 8);
  return {
    download: counted - upload,
    upload,
    limitMiB,
    firstDay: validUntil === null ? 1 : new Date(validUntil).getUTCDate(),
  };
}

/** On another network another device has the address, which knows of no such page. */
export function atHome(routesOf: Dialect['routes']): Dialect['routes'] {
  return (carrier) =>
    routesOf(carrier).map((route) => ({
      ...route,
      handle: (request) => {
        if (!carrier.onOwnNetwork()) throw new Problem('unknown-address', request.path);
        return route.handle(request);
      },
    }));
}

/** The page of a device on which its owner signs in, in one browser, by a cookie of this name. */
export function ownPage(carrier: DialectCarrier, cookie: string): Route[] {
  const signIn = ({ body }: SandboxRequest): Reply => {
    if (new URLSearchParams(body).get('password') !== carrier.secret('password'))
      return signInPage('Wrong password');
    return withCookie(`${cookie}=${carrier.secret('owner')};path=/;HttpOnly`);
  };
  return [
    {
      method: 'GET',
      pattern: '/',
      handle: (request) => signInPage(isOwner(carrier, cookie, request) ? 'Signed in' : null),
    },
    { method: 'POST', pattern: '/sign-in', handle: signIn },
    { method: 'GET', pattern: '/sign-out', handle: () => withCookie(`${cookie}=;path=/;Max-Age=0`) },
  ];
}

/** Whether a request comes from a browser in which the owner has signed in. */
export function isOwner(carrier: DialectCarrier, cookie: string, { headers }: SandboxRequest): boolean {
  return cookiesOf(headers).get(cookie) === carrier.secret('owner');
}

function withCookie(cookie: string): Reply {
  const to = redirect('/');
  return { ...to, headers: { ...to.headers, 'set-cookie': cookie } };
}

function signInPage(said: string | null): Reply {
  const body = html`<h1>Device</h1>${said === null ? null : html`<p>${said}</p>`}
<form method="post" action="/sign-in"><label>Password <input name="password" type="password"></label>
<button>Log in</button></form>`;
  return page({ title: 'Device', body });
}
