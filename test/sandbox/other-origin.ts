import { html, page } from './pages.ts';
import type { Route } from './router.ts';

/** Every address of the other origin answers the same page, as a captive portal does. */
export function otherOriginRoutes(): Route[] {
  const handle = () =>
    page({ title: 'Another place', body: html`<h1>Another place</h1><p>No carrier answers here.</p>` });
  return (['GET', 'POST'] as const).map((method) => ({ method, pattern: '*', handle }));
}
