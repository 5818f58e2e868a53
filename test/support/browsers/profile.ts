import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A new, empty folder for a browser's profile, outside the repository. */
function createProfile(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'data-balance-'));
}

/** Removes it; a browser that is just closing may still be writing, hence the repeats. */
export function removeProfile(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Starts something on a new profile, which does not stay behind when that fails. */
export async function withProfile<T>(start: (profileDir: string) => Promise<T>): Promise<T> {
  const profileDir = await createProfile();
  try {
    return await start(profileDir);
  } catch (error) {
    await removeProfile(profileDir);
    throw error;
  }
}
