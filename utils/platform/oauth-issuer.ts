import * as z from 'zod/mini';
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

/** What an issuer says of itself (RFC 8414), as far as we heed it. */
const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  code_challenge_methods_supported: z.nullish(z.array(z.string())),
  authorization_response_iss_parameter_supported: z.nullish(z.boolean()),
});

/** An answer of the issuer, within one origin and read to its end. */
export interface IssuerAnswer {
  status: number;
  headers: Headers;
  /** JSON where the status is below 300 */
  text: string;
}

/** An issuer that was found to be one, and how to ask it. */
export interface Issuer {
  /** as it spells itself */
  name: string;
  clientId: string;
  authorizationEndpoint: string;
  /** it promises to name itself in the answer that comes back through the window (RFC 9207) */
  namesItself: boolean;
  /** Asks the token endpoint as a public client. Throws Failure. */
  askForTokens(form: Record<string, string>): Promise<IssuerAnswer>;
}

/** Something that the issuer does not offer, or that it does in a way we do not take part in. */
export class UnsupportedError extends Error {}

/** Finds the issuer by its metadata (RFC 8414). Throws Failure, and UnsupportedError. */
export async function findIssuer(settings: OAuthSettings, options: IssuerOptions): Promise<Issuer> {
  const address = new URL(settings.issuer);
  const answer = await askIssuer(options, address.origin, metadataAddress(address));
  const told = metadataSchema.safeParse(answer.status === 200 ? parseJson(answer.text) : null).data;
  if (!told || URL.parse(told.issuer)?.href !== address.href)
    throw new UnsupportedError('no metadata of an issuer');
  const { authorization_endpoint, token_endpoint, code_challenge_methods_supported: methods } = told;
  if ([authorization_endpoint, token_endpoint].some((at) => URL.parse(at)?.origin !== address.origin))
    throw new UnsupportedError('endpoints on another origin');
  if (methods && !methods.includes('S256')) throw new UnsupportedError('no PKCE with S256');
  const { clientId } = settings;
  return {
    name: told.issuer,
    clientId,
    authorizationEndpoint: authorization_endpoint,
    namesItself: told.authorization_response_iss_parameter_supported ?? false,
    askForTokens: (form) =>
      askIssuer(options, address.origin, token_endpoint, { ...form, client_id: clientId }),
  };
}

/** The well-known part stands between host and path. */
function metadataAddress({ origin, pathname }: URL): string {
  return `${origin}/.well-known/oauth-authorization-server${pathname.replace(/\/$/, '')}`;
}

async function askIssuer(
  { fetch, hasPermission, clock, deadlineMs = 20_000 }: IssuerOptions,
  origin: string,
  address: string,
  form: Record<string, string> | null = null,
): Promise<IssuerAnswer> {
  if (!(await hasPermission(origin))) throw new Failure('no-access', origin);
  const headers = new Headers({ accept: 'application/json' });
  if (form) headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  const outgoing = {
    url: new URL(address),
    method: form ? 'POST' : 'GET',
    headers,
    body: form && String(new URLSearchParams(form)),
    credentials: 'omit' as const,
    follow: false,
  };
  return withDeadline(deadlineMs, async (signal) => {
    const response = await send(fetch, outgoing, signal);
    const { status, headers } = response;
    const text = decodeText(await readBody(response, MAX_BYTES));
    if (status === 429 || status >= 500) throw statusFailure(status, headers, clock.now());
    if (status < 300) parseJson(text);
    return { status, headers, text };
  });
}
