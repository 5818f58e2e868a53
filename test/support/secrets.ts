import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSecretStore, type SecretVault } from '../../utils/platform/secrets.ts';
import { createSession } from '../../utils/platform/session.ts';
import { ownLocks } from './own-locks.ts';

/* Secrets of two lines, and the store that keeps them. */

/** The store of a worker that has just started. */
export const startWorker = (): SecretVault =>
  createSecretStore({ session: createSession(), locks: ownLocks() });

/** Everything that stands on the disk, as text. */
export const onDisk = async (): Promise<string> => JSON.stringify(await fakeBrowser.storage.local.get());

export const CANARY = 'canary-token-8f31';
export const SECRET = { values: { token: CANARY, password: 'pass wörd 密碼' }, oauth: null };
export const OAUTH = {
  values: {},
  oauth: {
    accessToken: CANARY,
    refreshToken: 'r',
    expiresAt: '2026-05-02T11:00:00Z',
    issuer: 'https://a.example',
  },
};
export const PASSPHRASE = 'correct horse battery';
