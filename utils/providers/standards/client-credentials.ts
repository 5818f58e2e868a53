import * as z from 'zod/mini';
import type { Http, ProviderLine } from '../contract.ts';
import { logIn } from './session-token.ts';

/** The answer to client credentials of OAuth (RFC 6749, section 4.4), or the part of an answer that holds it. */
export const tokenAnswer = z.object({ access_token: z.string().check(z.minLength(1)) });

/**
 * What a carrier answers to the client credentials of a line, its fields `clientId` and `clientSecret`: in the form,
 * or as the user and password of Basic. Throws Failure.
 */
export function askToken(line: ProviderLine, http: Http, url: string, asBasic: boolean): Promise<unknown> {
  const [id, secret] = [filled(line, 'clientId'), filled(line, 'clientSecret')];
  const grant = { grant_type: 'client_credentials' };
  const accept = { accept: 'application/json' };
  const request = asBasic
    ? { headers: { ...accept, authorization: basic(id, secret) }, json: grant }
    : { headers: accept, form: { ...grant, client_id: id, client_secret: secret } };
  return logIn(http, { url, ...request });
}

export function basic(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`;
}

/** A field of a line; empty = nothing was filled in */
export function filled(line: ProviderLine, name: string): string {
  return line[name]?.trim() ?? '';
}
