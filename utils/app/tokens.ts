import { Failure } from '../domain/failure.ts';
import { MINUTE, toMs } from '../domain/instant.ts';
import type { Clock, Locks, Secret, SecretStore } from './ports.ts';

/** A token that ends so soon could end on its way. */
const MARGIN = MINUTE;

export type OAuthSecret = NonNullable<Secret['oauth']>;

export interface TokenKeeperOptions {
  secrets: Pick<SecretStore, 'get' | 'put'>;
  locks: Pick<Locks, 'exclusive'>;
  /** New tokens for old at the issuer. Throws Failure: `signed-out` when the refresh token is refused. */
  refresh(lineId: string, current: OAuthSecret): Promise<OAuthSecret>;
  clock: Clock;
}

export interface TokenKeeper {
  /**
   * The access token to send, renewed first where it has run out and `mayRenew`, else as it is. null = the line has
   * no OAuth sign-in. Throws Failure, and LockedError from the secret store.
   */
  accessToken(lineId: string, mayRenew?: boolean): Promise<string | null>;
  /**
   * Another token after the carrier refused `rejectedToken`: the one that somebody else has fetched meanwhile, or
   * a new one. null = there is none to be had, the person must sign in. Throws Failure where the issuer cannot be asked.
   */
  refreshAfter401(lineId: string, rejectedToken: string): Promise<string | null>;
}

/**
 * Keeps the tokens of OAuth sign-ins. A refresh token may be good for one exchange only, so exchanges of a line
 * stand in one queue, and each looks first whether the one before it has already brought what it wants.
 */
export function createTokenKeeper({ secrets, locks, refresh, clock }: TokenKeeperOptions): TokenKeeper {
  const oauthOf = async (lineId: string) => (await secrets.get(lineId))?.oauth ?? null;

  /** A token for which `isSpent` does not hold; null = none without the person. */
  function renewed(lineId: string, isSpent: (oauth: OAuthSecret) => boolean): Promise<string | null> {
    return locks.exclusive(`tokens:${lineId}`, async () => {
      const current = await oauthOf(lineId);
      if (!current || !isSpent(current)) return current?.accessToken ?? null;
      if (current.refreshToken === null) return null;
      const next = await refresh(lineId, current).catch(refused);
      const stored = await secrets.get(lineId);
      // The person signed in anew, or removed the line, while the issuer was asked: that counts.
      if (stored?.oauth?.accessToken !== current.accessToken) return stored?.oauth?.accessToken ?? null;
      if (next) await secrets.put(lineId, { ...stored, oauth: next });
      return next?.accessToken ?? null;
    });
  }

  return {
    async accessToken(lineId, mayRenew = true) {
      const endsSoon = ({ expiresAt }: OAuthSecret) =>
        expiresAt !== null && toMs(expiresAt) - clock.now() < MARGIN;
      const oauth = await oauthOf(lineId);
      const renews = mayRenew && oauth !== null && oauth.refreshToken !== null && endsSoon(oauth);
      if (!renews) return oauth?.accessToken ?? null;
      const token = await renewed(lineId, endsSoon);
      if (token === null) throw new Failure('signed-out', 'the sign-in was not renewed');
      return token;
    },
    refreshAfter401: (lineId, rejectedToken) =>
      renewed(lineId, ({ accessToken }) => accessToken === rejectedToken),
  };
}

function refused(error: unknown): null {
  if (error instanceof Failure && error.kind === 'signed-out') return null;
  throw error;
}
