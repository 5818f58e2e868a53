import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LaunchOptions } from './contract.ts';
import { preferences } from './firefox-preferences.ts';
import { savesInto } from './saved.ts';

/**
 * Writes preferences, and a file with the folder's path, by which Firefox loads an extension in place. Answers
 * the extension's id. The environment variable FIREFOX_GROWN_PROFILE names a profile to begin with (`growProfile`).
 */
export async function prepareProfile(
  profileDir: string,
  options: LaunchOptions,
  host: string,
): Promise<string> {
  const { FIREFOX_GROWN_PROFILE } = process.env;
  if (FIREFOX_GROWN_PROFILE) await cp(FIREFOX_GROWN_PROFILE, profileDir, { recursive: true });
  const folder = path.resolve(options.extensionDir);
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  const addonId: string = manifest.browser_specific_settings.gecko.id;
  const saving = { 'browser.download.dir': await savesInto(profileDir), 'browser.download.folderList': 2 };
  const own = { ...options, preferences: { ...saving, ...options.preferences } };
  await writeFile(path.join(profileDir, 'user.js'), preferences(own, { [addonId]: host }));
  await mkdir(path.join(profileDir, 'extensions'), { recursive: true });
  await writeFile(path.join(profileDir, 'extensions', addonId), folder);
  return addonId;
}
