import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storedTables } from './stored.ts';

/* Everything that is kept anywhere, as it stands there. */

export function sessionItems(): Promise<Record<string, unknown>> {
  return fakeBrowser.storage.session.get(null);
}

export function localItems(): Promise<Record<string, unknown>> {
  return fakeBrowser.storage.local.get(null);
}

/** All of it, as one text. */
export async function everythingStored(): Promise<string> {
  return JSON.stringify([await storedTables(), await localItems(), await sessionItems()]);
}

/** All of it but the rows of the secrets. */
export async function storedBesideSecrets(): Promise<string> {
  const local = Object.entries(await localItems()).filter(([key]) => !key.startsWith('secret'));
  return JSON.stringify([await storedTables(), local, await sessionItems()]);
}
