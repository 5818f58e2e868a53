import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BUILT_FOR } from '../support/run/builds.ts';
import { buildInto } from '../support/run/packages.ts';

/** Builds and packs what is published for both browsers into a folder of its own, which goes with `work`. */
export async function withPackages<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'data-balance-bench-'));
  try {
    for (const browser of BUILT_FOR) await buildInto(folder, browser, 'production');
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A copy of what is published for Chromium, which may ask the loopback carrier without a question to a person. */
export async function benchCopy(folder: string): Promise<string> {
  const copy = path.join(folder, 'bench');
  await cp(path.join(folder, 'chrome-mv3-production'), copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  return copy;
}
