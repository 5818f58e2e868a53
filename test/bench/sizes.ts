import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { scriptsOf } from '../support/page-scripts.ts';

/** What is downloaded and what is run first, in bytes; scripts as `gzip -9` leaves each of them. */
export interface Sizes {
  popup: number;
  options: number;
  history: number;
  worker: number;
  zip: number;
}

/** `folder`: where `buildInto` has built and packed. */
export function sizesOf(folder: string, browser: 'chrome' | 'firefox'): Sizes {
  const build = path.join(folder, `${browser}-mv3-production`);
  const text = (file: string) => readFileSync(path.join(build, file), 'utf8');
  const gzipped = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipSync(text(file), { level: 9 }).length, 0);
  const zip = readdirSync(folder).find((name) => name.endsWith(`-${browser}.zip`));
  if (zip === undefined) throw new Error(`nothing was packed for ${browser}`);
  return {
    popup: gzipped(scriptsOf({ text }, 'popup.html')),
    options: gzipped(scriptsOf({ text }, 'options.html')),
    history: gzipped(scriptsOf({ text }, 'history.html')),
    worker: gzipped(['background.js']),
    zip: statSync(path.join(folder, zip)).size,
  };
}
