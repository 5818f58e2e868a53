import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { packed } from '../../support/packages.ts';
import { BUILT_FOR } from '../../support/run/builds.ts';
import { buildInto } from '../../support/run/packages.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

it.each(BUILT_FOR)(
  'I09: two clean builds for %s give the same package, byte for byte',
  async (browser) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'data-balance-again-'));
    folders.push(folder);
    await buildInto(folder, browser, 'production');
    const name = (await readdir(folder)).find((each) => each.endsWith('.zip'));
    const again = await readFile(path.join(folder, name ?? ''));
    expect(again.equals(packed(browser))).toBe(true);
  },
  120_000,
);
