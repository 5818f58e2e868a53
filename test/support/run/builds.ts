import path from 'node:path';
import { judged, tool } from './checks.ts';
import type { Part } from './parts.ts';
import { ROOT, run } from './tools.ts';

export const BUILT_FOR = ['chrome', 'firefox'] as const;
/** `production` is what is published; `e2e` is the same with a clock that can be set. */
export type Mode = 'production' | 'e2e';

/** Folder of a built extension. */
export function builtFolder(browser: (typeof BUILT_FOR)[number], mode: Mode): string {
  return path.join(ROOT, '.output', `${browser}-mv3-${mode}`);
}

/** The builds of one mode, one part for each browser. */
export function builds(mode: Mode): Part[] {
  return BUILT_FOR.map((browser) =>
    tool(`build ${browser}, ${mode}`, 'wxt', 'build', '-b', browser, '-m', mode, '--level', 'warn'),
  );
}

/** Builds for one browser. Rejects with what the build said. */
export async function build(browser: (typeof BUILT_FOR)[number], mode: Mode): Promise<void> {
  const { code, output } = await run('wxt', ['build', '-b', browser, '-m', mode, '--level', 'warn']);
  if (code !== 0) throw new Error(`the extension cannot be built\n${output}`);
}

/** Types need what WXT writes about the entrypoints. */
export const types: Part = {
  name: 'types',
  run: async () => {
    const prepared = await run('wxt', ['prepare', '--level', 'warn']);
    return judged(prepared.code === 0 ? await run('tsc', ['--noEmit', '-p', '.']) : prepared);
  },
};
