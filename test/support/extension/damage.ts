import { randomFillSync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromiumOf } from '../browsers/chromium.ts';
import type { Browser } from '../browsers/contract.ts';
import type { Scene } from './scene.ts';

/** Where Chromium keeps what the extension stores: two folders of LevelDB. */
export function placesOf({ profileDir, host }: Browser): { database: string; local: string } {
  const profile = path.join(profileDir, 'Default');
  return {
    database: path.join(profile, 'IndexedDB', `chrome-extension_${host}_0.indexeddb.leveldb`),
    local: path.join(profile, 'Local Extension Settings', host),
  };
}

/** Chromium is closed, something happens to its profile, and it starts again. The scene has a new desk. */
export async function restart(scene: Scene, meanwhile: () => void = () => {}): Promise<void> {
  await chromiumOf(scene.browser).restart(async () => meanwhile());
  scene.desk = await scene.browser.openPage('manifest.json');
}

/** As a failing disk leaves it: every file keeps its name and size, and nothing else. */
export function overwrite(folder: string): void {
  for (const file of filesIn(folder)) writeFileSync(file, randomFillSync(Buffer.alloc(statSync(file).size)));
}

/** The files below a folder that contain a text, as paths from there; written in one or in two bytes a letter. */
export function filesWith(folder: string, text: string | Buffer): string[] {
  const forms = typeof text === 'string' ? [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')] : [text];
  return filesIn(folder)
    .filter((file) => {
      const content = contentOf(file);
      return forms.some((form) => content.includes(form));
    })
    .map((file) => path.relative(folder, file));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** A running browser removes files while they are read. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
