import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { savesInto } from './saved.ts';

/** Tells a new profile where to save; one that was started on before knows it. */
export async function chooseFolder(profileDir: string): Promise<void> {
  const preferences = { download: { default_directory: await savesInto(profileDir) } };
  await mkdir(path.join(profileDir, 'Default'), { recursive: true });
  const file = path.join(profileDir, 'Default', 'Preferences');
  await writeFile(file, JSON.stringify(preferences), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Files are saved by their own names where the profile wants them: Playwright takes them all for itself when it connects. */
export async function saveAsUsual(browser: Browser | null): Promise<void> {
  const session = await browser?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', { behavior: 'default' });
}
