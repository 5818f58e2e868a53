import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { BUILT_FOR } from '../support/run/builds.ts';
import { buildInto } from '../support/run/packages.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Builds into a new folder, packs, and answers the package's fingerprint. */
async function fingerprint(browser: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'data-balance-build-'));
  folders.push(folder);
  await buildInto(folder, browser, 'production');
  const name = (await readdir(folder)).find((each) => each.endsWith('.zip'));
  if (name === undefined) throw new Error(`nothing was packed for ${browser}`);
  return createHash('sha256')
    .update(await readFile(path.join(folder, name)))
    .digest('hex');
}

it.each(BUILT_FOR)(
  'I09: two clean builds for %s give the same package, byte for byte',
  { timeout: 120_000 },
  async (browser) => {
    expect(await fingerprint(browser)).toBe(await fingerprint(browser));
  },
);
