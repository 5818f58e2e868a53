import { html, type Markup, page } from './pages.ts';
import { PROBLEMS } from './problems.ts';
import type { Route } from './router.ts';

/** The carrier's own plain pages, to which its help leads. */
const PAGES: Record<string, { title: string; body: Markup }> = {
  '/': {
    title: 'Welcome',
    body: html`<h1>Sandbox Carrier</h1>
<p>A carrier that exists on this computer only: five lines, an account API, a hosted checkout.</p>
<ul><li><a href="/account">Account</a></li><li><a href="/stores">Stores</a></li>
<li><a href="/kiosks">Kiosks</a></li><li><a href="/chat">Support</a></li></ul>`,
  },
  '/account': {
    title: 'Account',
    body: html`<h1>Account</h1><p>Balances and offers are told by the account API under <code>/v1</code>.</p>`,
  },
  '/stores': {
    title: 'Stores',
    body: html`<h1>Authorised stores</h1><ul><li>1 Loopback Lane, every day 9:00 to 18:00</li></ul>`,
  },
  '/kiosks': {
    title: 'Kiosks',
    body: html`<h1>Kiosks</h1><ul><li>Station hall, platform 127</li></ul>`,
  },
  '/chat': {
    title: 'Support',
    body: html`<h1>Support</h1><p>We never ask you to pay to keep a number.</p>`,
  },
  '/terms': {
    title: 'Terms and refunds',
    body: html`<h1>Terms and refunds</h1>
<p>An unused bundle is refunded within 14 days. A kept number lapses 90 days after its last top-up.</p>`,
  },
};

export function siteRoutes(): Route[] {
  const pages = Object.entries(PAGES).map(
    ([pattern, content]): Route => ({ method: 'GET', pattern, handle: () => page(content) }),
  );
  const problems = Object.entries(PROBLEMS).map(([name, [status, title]]): Route => {
    const body = html`<h1>${title}</h1><p>HTTP status ${status}, problem type <code>${name}</code>.</p>`;
    return { method: 'GET', pattern: `/problems/${name}`, handle: () => page({ title, body }) };
  });
  return [...pages, ...problems];
}
