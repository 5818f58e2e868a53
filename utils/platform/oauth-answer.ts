import * as z from 'zod/mini';
import { type Instant, SECOND, toInstant } from '../domain/instant.ts';
import { parseJson } from './http-json.ts';
import type { IssuerAnswer } from './oauth-issuer.ts';

/** seconds; a token that ends later is as good as one without an end */
const AGES = 10 * 365 * 86_400;

export interface OAuthTokens {
  accessToken: string;
  refreshToken: string | null;
  /** null = the issuer does not say */
  expiresAt: Instant | null;
  issuer: string;
}

const text = z.string().check(z.minLength(1));
/** RFC 6749, section 5.1. */
const tokensSchema = z.object({
  access_token: text,
  token_type: z.string().check(z.regex(/^bearer$/i)),
  refresh_token: z.optional(text),
  /** seconds; some issuers write the figure as a text */
  expires_in: z.optional(
    z.pipe(
      z.transform((told) => Number.parseFloat(String(told))),
      z.number().check(z.nonnegative()),
    ),
  ),
});
/** RFC 6749, section 5.2. */
const refusalSchema = z.object({ error: text });

/**
 * The tokens of an answer as they are kept; an end that is not told, or ages away, is null. Where there are none, what
 * `failed` makes of it is thrown: whether the issuer says no, and its own code for it.
 */
export function tokensIn(
  answer: IssuerAnswer,
  kept: Pick<OAuthTokens, 'issuer' | 'refreshToken'>,
  now: number,
  failed: (saysNo: boolean, code: string) => Error,
): OAuthTokens {
  const refusal = refusalIn(answer);
  if (refusal !== null) throw failed(true, errorCode(refusal));
  const told = tokensSchema.safeParse(answer.status === 200 ? parseJson(answer.text) : null).data;
  if (!told) throw failed(false, errorCode(''));
  const seconds = told.expires_in ?? Number.POSITIVE_INFINITY;
  return {
    accessToken: told.access_token,
    refreshToken: told.refresh_token ?? kept.refreshToken,
    expiresAt: seconds <= AGES ? toInstant(now + seconds * SECOND) : null,
    issuer: kept.issuer,
  };
}

/** The issuer's word for its no, empty where it only challenges us; null = it does not say no. */
function refusalIn({ status, headers, text }: IssuerAnswer): string | null {
  if (status < 400) return null;
  try {
    return refusalSchema.parse(parseJson(text)).error;
  } catch {
    return headers.has('www-authenticate') ? '' : null;
  }
}

/** The issuer's own code for an error (RFC 6749), where it is one; its free text is never passed on. */
export function errorCode(code: string): string {
  return /^[a-z_]{1,40}$/.test(code) ? code : 'not a usable answer';
}
