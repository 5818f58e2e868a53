import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, run } from '../support/run/tools.ts';

/* The command, run in a copy of the whole tree. */

const LEFT_OUT = new Set(['node_modules', '.git', '.output', '.tools', 'artifacts', 'coverage']);
const ID = 'nord-tel';

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(path.join(os.tmpdir(), 'data-balance-copy-'));
  const filter = (source: string) => !LEFT_OUT.has(path.relative(ROOT, source));
  cpSync(ROOT, copy, { recursive: true, filter });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

async function newProvider(...args: string[]): Promise<{ code: number; said: string }> {
  const program = ['--disable-warning=ExperimentalWarning', 'test/support/commands/new-provider.ts'];
  const options = { cwd: copy, env: { ...process.env, NO_COLOR: '1' } };
  return promisify(execFile)(process.execPath, [...program, ...args], options).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr }),
  );
}

const vitest = (...files: string[]) =>
  run(
    'vitest',
    ['run', '--config', 'vitest.config.ts', '--project', 'pure', '--project', 'long', '-t', ID, ...files],
    copy,
  );

describe('a new provider', () => {
  it.each([
    ['', 'Say the id of the new provider'],
    ['Nord Tel', '"Nord Tel" cannot be an id: use small letters, digits and single hyphens'],
    ['../nord', '"../nord" cannot be an id'],
    ['1nord', '"1nord" cannot be an id'],
    ['demo', '"demo" is taken: see utils/providers/registry.ts'],
    ['contract', '"contract" is taken: see utils/providers/contract.ts'],
    ['class', '"class" is a word of the code itself'],
    ['reading', '"reading" is a word of the code itself'],
  ])('is not made of the id "%s", and it is said why', async (id, sentence) => {
    const before = readFileSync(path.join(copy, 'utils/providers/registry.ts'), 'utf8');
    const { code, said } = await newProvider(id);
    expect(code).toBe(1);
    expect(said).toContain(sentence);
    expect(said).not.toContain('    at ');
    expect(readFileSync(path.join(copy, 'utils/providers/registry.ts'), 'utf8')).toBe(before);
  });

  it('stands where it belongs, with the name that it was given', async () => {
    const { code, said } = await newProvider(ID, "Nord'Tel");
    expect(code, said).toBe(0);
    const files = [`utils/providers/${ID}.ts`, `test/fixtures/${ID}/example.json`];
    for (const file of files) {
      expect(said).toContain(file);
      expect(existsSync(path.join(copy, file))).toBe(true);
    }
    expect(readFileSync(path.join(copy, 'README.md'), 'utf8')).toContain(`| Nord'Tel | \`${ID}\` | balance`);
    expect(await newProvider(ID)).toMatchObject({ code: 1 });
  });

  it('has right types and passes the lint', async () => {
    expect(await run('wxt', ['prepare', '--level', 'warn'], copy)).toMatchObject({ code: 0 });
    expect(await run('tsc', ['--noEmit', '-p', '.'], copy)).toMatchObject({ code: 0, output: '' });
    const { code, output } = await run('biome', ['ci', '--colors=off'], copy);
    expect(code, output).toBe(0);
  });

  it('is replayed and attacked at once: its example passes, and the open case names the request it makes', async () => {
    const { output } = await vitest(
      ...['replay.test', 'hostile.long.test', 'declarations.test'].map((name) => `test/providers/${name}.ts`),
    );
    expect(output).toContain('Tests  2 failed');
    expect(output).toContain(`${ID}/fill-in.json: FILL IN`);
    expect(output).toContain('GET /lines/l-1/usage');
    expect(output).toContain(`record more answers in test/fixtures/${ID}/`);
  });

  it('is told unfinished, with everything that is still to be filled in', async () => {
    const { output } = await vitest('test/providers/finished.test.ts');
    for (const part of [
      `utils/providers/${ID}.ts: put the carrier's own address in the place of ORIGIN`,
      `utils/providers/${ID}.ts: link the carrier's documentation`,
      `utils/providers/${ID}.ts: name the hosts that are the carrier's own`,
      `utils/providers/${ID}.ts: add keywords`,
      `test/fixtures/${ID}/: fill in what begins with`,
      `test/fixtures/${ID}/: record at least 8 situations; there are 2.`,
      'an answer that is unreadable, a refused sign-in (signed-out)',
      `utils/providers/weak-points.ts: say what is known to be weak about ${ID}.`,
    ])
      expect(output).toContain(part);
  });
});
