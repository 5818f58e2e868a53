import type { Sandbox } from '../sandbox/sandbox-types.ts';

/** A person at the carrier's sign-in window, who signs in and allows. Answers the address they are sent back to. */
export async function agree(sandbox: Sandbox, url: string): Promise<string> {
  let cookie = '';
  const visit = async (address: string, form?: Record<string, string>) => {
    const response = await fetch(new URL(address, sandbox.url), {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const request = /name="request" value="([a-z]+)"/.exec(await response.text())?.[1] ?? '';
    return { request, location: response.headers.get('location') ?? '' };
  };
  const { user, password } = sandbox.demo;
  const { request } = await visit(url);
  const signedIn = await visit('/oauth/sign-in', { request, user, password });
  const consent = await visit(signedIn.location);
  return (await visit('/oauth/consent', { request: consent.request, decision: 'allow' })).location;
}
