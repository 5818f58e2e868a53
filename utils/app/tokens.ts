import type { Clock, Locks, Secret, SecretStore } from './ports.ts';

export type OAuthSecret = NonNullable<Secret['oauth']>;

export interface TokenKeeperOptions {
  secrets: SecretStore;
  locks: Locks;
  /** New tokens for old at the issuer. Throws Failure: `signed-out` when the refresh token is refused. */
  refresh(lineId: string, current: OAuthSecret): Promise<OAuthSecret>;
  clock: Clock;
}

export interface TokenKeeper {
  /**
   * The access token to send, renewed first where it has run out. null = the line has no OAuth sign-in.
   * Throws Failure, and LockedError from the secret store.
   */
  accessToken(lineId: string): Promise<string | null>;
  /**
   * Another token after the carrier refused `rejectedToken`: the one that somebody else has fetched meanwhile, or
   * a new one. null = there is none to be had, the person must sign in. Throws Failure where the issuer cannot be asked.
   */
  refreshAfter401(lineId: string, rejectedToken: string): Promise<string | null>;
}

export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  throw new Error(`tokens at ${options.clock.now()}`);
}
