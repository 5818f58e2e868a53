import type { Instant } from '../domain/instant.ts';
import type { WebLocks } from './locks.ts';
import type { SessionStore } from './session.ts';

/** What signs a line in: the provider's secret fields by name, and the tokens of an OAuth sign-in. */
export interface LineSecret {
  values: Record<string, string>;
  oauth: {
    accessToken: string;
    refreshToken: string | null;
    expiresAt: Instant | null;
    issuer: string;
  } | null;
}

/**
 * Every method but `state` and `lock` throws what `storage.local` throws when it refuses: a secret that cannot be
 * read is not a secret that is missing.
 */
export interface SecretVault {
  /** null = none stored. Throws LockedError while the passphrase has not been entered. */
  get(lineId: string): Promise<LineSecret | null>;
  /** Throws LockedError. */
  put(lineId: string, secret: LineSecret): Promise<void>;
  remove(lineId: string): Promise<void>;
  /** All secrets and the passphrase itself go. */
  removeAll(): Promise<void>;
  state(): Promise<'plain' | 'locked' | 'open'>;
  /**
   * Wraps everything under a new passphrase; null stores it plainly again. Throws LockedError, and
   * WeakPassphraseError where the passphrase is too easily guessed.
   */
  setPassphrase(passphrase: string | null): Promise<void>;
  /** false = wrong passphrase */
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
}

export interface VaultOptions {
  session: SessionStore;
  locks: WebLocks;
}

/** Secrets in `storage.local` under keys of their own, apart from lines. */
export function createSecretStore(options: VaultOptions): SecretVault {
  throw new Error(`secrets with ${Object.keys(options)}`);
}
