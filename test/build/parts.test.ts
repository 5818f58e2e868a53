import { expect, it } from 'vitest';
import { type Result, runParts } from '../support/run/parts.ts';

function part(name: string, result: Partial<Result>) {
  return { name, run: async () => ({ passed: 0, failed: 0, output: '', ...result }) };
}

async function lines(...parts: Parameters<typeof runParts>[0]): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const code = await runParts(parts, (line) => said.push(line));
  return { code, said };
}

it('closes with the sum of all parts on a line of its own', async () => {
  const { code, said } = await lines(part('types', { passed: 1 }), part('unit tests', { passed: 40 }));
  expect(said.at(-1)).toBe('41 passed, 0 failed');
  expect(code).toBe(0);
});

it('fails when one part fails, and shows what it said', async () => {
  const { code, said } = await lines(
    part('types', { passed: 1 }),
    part('lint', { failed: 2, output: 'wrong' }),
  );
  expect(said).toContain('wrong');
  expect(said.at(-1)).toBe('1 passed, 2 failed');
  expect(code).toBe(1);
});

it('says nothing of a part that passed but its line', async () => {
  const { said } = await lines(part('types', { passed: 1, output: 'chatter' }));
  expect(said.join('\n')).not.toContain('chatter');
});

it('counts a part that crashes as a failure and goes on', async () => {
  const crash = { name: 'build', run: () => Promise.reject(new Error('no disk')) };
  const { code, said } = await lines(crash, part('unit tests', { passed: 3 }));
  expect(said.join('\n')).toContain('no disk');
  expect(said.at(-1)).toBe('3 passed, 1 failed');
  expect(code).toBe(1);
});

it('fails when nothing was checked at all', async () => {
  expect(await lines(part('unit tests', {}))).toMatchObject({ code: 1 });
});

it('runs parts that stand in a list together, and counts them all', async () => {
  const met = Promise.withResolvers<Result>();
  const first = { name: 'Chromium', run: () => met.promise };
  const second = {
    name: 'Firefox',
    run: async () => {
      met.resolve({ passed: 2, failed: 0, output: '' });
      return { passed: 3, failed: 0, output: '' };
    },
  };
  const { code, said } = await lines([first, second], part('types', { passed: 1 }));
  expect(said.at(-1)).toBe('6 passed, 0 failed');
  expect(code).toBe(0);
});
