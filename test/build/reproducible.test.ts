import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import { ROOT } from '../support/source-files.ts';

const PACKAGE = `
  import { zip } from 'wxt';
  const [browser, outDir] = process.argv.slice(1);
  process.env.NODE_ENV = 'production';
  await zip({ root: process.cwd(), browser, outDir, mode: 'production', zip: { zipSources: false }, logger: quiet() });
  function quiet() {
    return new Proxy({}, { get: (_, name) => (name === 'level' ? 0 : () => {}) });
  }
`;

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Builds into a new folder, packs, and answers the package's fingerprint. */
async function fingerprint(browser: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'data-balance-build-'));
  folders.push(folder);
  const args = ['--input-type=module', '-e', PACKAGE, browser, folder];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const name = (await readdir(folder)).find((each) => each.endsWith('.zip'));
  if (name === undefined) throw new Error(`nothing was packed for ${browser}`);
  return createHash('sha256')
    .update(await readFile(path.join(folder, name)))
    .digest('hex');
}

it.each(['chrome', 'firefox'])(
  'I09: two clean builds for %s give the same package, byte for byte',
  { timeout: 120_000 },
  async (browser) => {
    expect(await fingerprint(browser)).toBe(await fingerprint(browser));
  },
);
