import type { Carrier } from './carrier.ts';
import { CLIENT_ID } from './oauth-client.ts';
import { Problem } from './problems.ts';
import { json, noContent } from './reply.ts';
import { jsonBody, type Route } from './router.ts';
import { DEMO_ACCOUNT } from './seed.ts';
import { findToken, issuePersonalToken, revokeFamily, SCOPES } from './tokens.ts';

/** Control over tokens and registered redirect addresses. */
export function accessControlRoutes({ db, clock }: Carrier): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/control/tokens',
      handle: (request) => {
        const { scope = SCOPES.join(' ') } = jsonBody(request);
        return json({ token: issuePersonalToken(db, DEMO_ACCOUNT, String(scope), clock.now()) }, 201);
      },
    },
    {
      method: 'POST',
      pattern: '/control/tokens/revoke',
      handle: (request) => {
        const { token = null } = jsonBody(request);
        const row = token === null ? null : findToken(db, String(token));
        if (token !== null && !row) throw new Problem('bad-request', 'no such token');
        if (row) revokeFamily(db, row.family, clock.now());
        else db.run('UPDATE tokens SET revoked_at = ? WHERE revoked_at IS NULL', clock.now());
        return noContent();
      },
    },
    {
      method: 'POST',
      pattern: '/control/tokens/expire',
      handle: () => {
        db.run("UPDATE tokens SET expires_at = ? WHERE kind = 'access'", clock.now());
        return noContent();
      },
    },
    {
      method: 'POST',
      pattern: '/control/redirect-uris',
      handle: (request) => {
        const uri = String(jsonBody(request).uri ?? '');
        if (!URL.canParse(uri)) throw new Problem('bad-request', 'uri is an absolute address');
        db.put('redirect_uris', { client_id: CLIENT_ID, uri });
        return noContent();
      },
    },
  ];
}
