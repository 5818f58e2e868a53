import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file that a person has saved. */
export interface SavedFile {
  name: string;
  text: string;
}

const UNFINISHED = /\.(?:crdownload|part)$/;

/** The folder into which a browser saves; it is made where it is absent. */
export async function savesInto(profileDir: string): Promise<string> {
  const folder = path.join(profileDir, 'saved');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** What was saved, oldest first. Firefox makes an empty file first, and the text comes into it all at once. */
export async function savedFiles(profileDir: string): Promise<SavedFile[]> {
  const folder = await savesInto(profileDir);
  const names = (await readdir(folder)).filter((name) => !UNFINISHED.test(name));
  const files = names.map(async (name) => {
    const file = path.join(folder, name);
    return { name, text: await readFile(file, 'utf8'), at: (await stat(file)).mtimeMs };
  });
  const all = (await Promise.all(files)).filter(({ text }) => text !== '');
  return all.toSorted((a, b) => a.at - b.at).map(({ name, text }) => ({ name, text }));
}
