import * as oauth from 'oauth4webapi';
import { Failure } from '../domain/failure.ts';
import type { OAuthSettings } from '../providers/contract.ts';
import { withDeadline } from './deadline.ts';
import { decodeText, readBody } from './http-body.ts';
import { parseJson } from './http-json.ts';
import { type Fetch, send } from './http-send.ts';
import { statusFailure } from './http-status.ts';

const MAX_BYTES = 2 ** 18;

export interface IssuerOptions {
  fetch: Fetch;
  /** whether the browser lets us talk to this origin */
  hasPermission(origin: string): Promise<boolean>;
  clock: { now(): number };
  /** for one request to the issuer */
  deadlineMs?: number;
}

/** An issuer that was found to be one, and how to ask it. */
export interface Issuer {
  server: oauth.AuthorizationServer & { authorization_endpoint: string; token_endpoint: string };
  client: oauth.Client;
  /** given with every request */
  requests: ReturnType<typeof requestsTo>;
}

/** Something that the issuer does not offer, or that it does in a way we do not take part in. */
export class UnsupportedError extends Error {}

/** Finds the issuer by its metadata (RFC 8414). Throws Failure, and UnsupportedError. */
export async function findIssuer(settings: OAuthSettings, options: IssuerOptions): Promise<Issuer> {
  const issuer = new URL(settings.issuer);
  const requests = requestsTo(issuer, options);
  const response = await oauth.discoveryRequest(issuer, { ...requests, algorithm: 'oauth2' });
  const server = await oauth.processDiscoveryResponse(issuer, response).catch(() => {
    throw new UnsupportedError('no metadata of an issuer');
  });
  return { server: checked(server, issuer.origin), client: { client_id: settings.clientId }, requests };
}

function requestsTo(issuer: URL, options: IssuerOptions) {
  return {
    [oauth.customFetch]: (url: string, init: oauth.CustomFetchOptions<string, unknown>) =>
      askIssuer(options, issuer.origin, url, init),
    // http is accepted to this very computer alone, which the provider has seen to.
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
  };
}

function checked(server: oauth.AuthorizationServer, origin: string): Issuer['server'] {
  const { authorization_endpoint, token_endpoint, code_challenge_methods_supported: methods } = server;
  if (!authorization_endpoint || !token_endpoint) throw new UnsupportedError('no endpoints');
  if ([authorization_endpoint, token_endpoint].some((address) => URL.parse(address)?.origin !== origin)) {
    throw new UnsupportedError('endpoints on another origin');
  }
  if (methods && !methods.includes('S256')) throw new UnsupportedError('no PKCE with S256');
  return { ...server, authorization_endpoint, token_endpoint };
}

async function askIssuer(
  { fetch, hasPermission, clock, deadlineMs = 20_000 }: IssuerOptions,
  origin: string,
  address: string,
  init: oauth.CustomFetchOptions<string, unknown>,
): Promise<Response> {
  const url = new URL(address);
  if (url.origin !== origin) throw new Failure('intercepted', 'outside the origin of the issuer');
  if (!(await hasPermission(origin))) throw new Failure('no-access', origin);
  const outgoing = {
    url,
    method: init.method,
    headers: new Headers(init.headers),
    body: init.body === undefined ? null : String(init.body),
    credentials: 'omit' as const,
    follow: false,
  };
  return withDeadline(deadlineMs, async (signal) => {
    const { status, headers, ...response } = await answer(await send(fetch, outgoing, signal));
    if (status === 429 || status >= 500) throw statusFailure(status, headers, clock.now());
    if (status < 300) parseJson(response.text);
    return new Response(response.text, { status, headers });
  });
}

async function answer(response: Response): Promise<{ status: number; headers: Headers; text: string }> {
  const text = decodeText(await readBody(response, MAX_BYTES));
  return { status: response.status, headers: response.headers, text };
}
