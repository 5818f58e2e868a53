import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { BUILT_FOR, type Mode } from './builds.ts';
import { ROOT } from './tools.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** folder with a build for each browser and mode, and the packages of the published ones */
    packages: string;
  }
}

const MODES: Mode[] = ['production', 'e2e'];

/** Builds for a browser into a folder, and packs what is published. */
export async function buildInto(folder: string, browser: string, mode: Mode): Promise<void> {
  const program = path.join(ROOT, 'test/support/run/build-into.ts');
  const args = ['--disable-warning=ExperimentalWarning', program, browser, mode, folder];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
}

/** What is tested about packages is built once for all of its tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'data-balance-packages-'));
  for (const browser of BUILT_FOR) for (const mode of MODES) await buildInto(folder, browser, mode);
  project.provide('packages', folder);
  return () => rm(folder, { recursive: true, force: true });
}
