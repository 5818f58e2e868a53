import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The repository's root. */
export const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The programs of our packages, run by the Node that runs this: the same on every system. */
const PROGRAMS = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  'web-ext': 'web-ext/bin/web-ext.js',
  wxt: 'wxt/bin/wxt.mjs',
} as const;

export type Tool = keyof typeof PROGRAMS;

export interface Finished {
  /** exit code; 1 where a signal ended it */
  code: number;
  /** what it said, both streams in order */
  output: string;
  /** standard output alone */
  answer: string;
}

/** Runs a tool to its end and keeps what it says. */
export async function run(tool: Tool, args: string[], cwd = ROOT): Promise<Finished> {
  const program = path.join(ROOT, 'node_modules', PROGRAMS[tool]);
  const env = { ...process.env, NO_COLOR: '1', NO_UPDATE_NOTIFIER: '1' };
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let answer = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    answer += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: code ?? 1, output: stripVTControlCharacters(output), answer };
}

/** Runs a tool with this terminal as its own. */
export async function hand(tool: Tool, args: string[]): Promise<number> {
  const program = path.join(ROOT, 'node_modules', PROGRAMS[tool]);
  const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
