import type { Instant } from '../domain/instant.ts';
import type { OAuthSettings } from '../providers/contract.ts';

export interface OAuthTokens {
  accessToken: string;
  refreshToken: string | null;
  /** null = the issuer does not say */
  expiresAt: Instant | null;
  issuer: string;
}

export interface OAuthOptions {
  fetch: typeof fetch;
  /** the browser's window for signing in; answers the address it was sent back to, rejects when it is closed */
  launchWebAuthFlow(details: { url: string; interactive: true }): Promise<string | undefined>;
  /** `identity.getRedirectURL()` */
  redirectUrl: string;
  /** kept as long as the browser runs: state and verifier of the flow that is under way */
  session: {
    get(key: string): Promise<unknown>;
    set(key: string, value: unknown): Promise<void>;
    remove(key: string): Promise<void>;
  };
  clock: { now(): number };
  /** for one request to the issuer */
  deadlineMs?: number;
}

/** cancelled: the window was closed. refused: the issuer said no. mismatch: the answer is not to our question. */
export type SignInReason = 'cancelled' | 'refused' | 'mismatch' | 'unsupported';

export type SignInResult =
  | { ok: true; tokens: OAuthTokens }
  | { ok: false; reason: SignInReason; detail: string };

export interface OAuth {
  /** Authorization code with PKCE S256 in a browser window. Throws Failure where the issuer cannot be reached. */
  signIn(settings: OAuthSettings): Promise<SignInResult>;
  /** New tokens for old. Throws Failure: `signed-out` when the issuer refuses the refresh token. */
  refresh(settings: OAuthSettings, current: OAuthTokens): Promise<OAuthTokens>;
}

export function createOAuth(options: OAuthOptions): OAuth {
  throw new Error(`oauth for ${options.redirectUrl}`);
}
