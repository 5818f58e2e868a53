import { html, page } from './pages.ts';
import type { Reply } from './reply.ts';

const SCOPE_TEXTS: Record<string, string> = {
  read: 'see balances, offers and receipts of all your lines',
  'top-up': 'open a checkout, which you then pay here yourself',
};

export function signInPage(requestId: string, headers: Record<string, string> = {}, wrong = false): Reply {
  const body = html`<h1>Sign in</h1><p>Data Balance asks for access to your lines.</p>
${wrong ? html`<p class="bad" role="alert" id="wrong">User or password is wrong.</p>` : null}
<form method="post" action="/oauth/sign-in"><input type="hidden" name="request" value="${requestId}">
<label class="field">User<input name="user" autocomplete="username" required autofocus></label>
<label class="field">Password
<input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button></form>`;
  return page({ title: 'Sign in', body, headers, status: wrong ? 422 : 200 });
}

export function consentPage(request: { id: string; scope: string; redirect_uri: string }): Reply {
  const items = request.scope.split(' ').map((scope) => html`<li>${SCOPE_TEXTS[scope] ?? scope}</li>`);
  const body = html`<h1>Allow access?</h1><p><strong>Data Balance</strong> would be able to</p>
<ul>${items}</ul><p class="hint">It cannot pay, change or cancel anything.</p>
<form method="post" action="/oauth/consent"><input type="hidden" name="request" value="${request.id}">
<button name="decision" value="allow">Allow</button>
<button class="plain" name="decision" value="deny">Deny</button></form>`;
  // the answer to the form redirects to the client, which the policy must allow by name
  return page({ title: 'Allow access?', body, formOrigins: [new URL(request.redirect_uri).origin] });
}

export function oauthErrorPage(text: string): Reply {
  const body = html`<h1>This sign-in cannot go on</h1><p>${text}</p><p>Close this window and try again.</p>`;
  return page({ title: 'Sign-in error', body, status: 400 });
}
