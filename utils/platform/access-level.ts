import { browser } from 'wxt/browser';

interface Guarded {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Keeps what is stored from any context but our own, in the browsers that can be told so. Never rejects: there are
 * no content scripts, so this is a second wall.
 */
export async function guardStorage(): Promise<void> {
  const { local, session } = browser.storage as { local: Guarded; session?: Guarded };
  for (const area of [local, session]) {
    await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
  }
}
