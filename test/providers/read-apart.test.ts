import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReaderTask } from '../../utils/providers/contract.ts';
import { presets } from '../../utils/providers/presets/presets.ts';
import { loadCases } from '../support/cases.ts';
import { replay } from '../support/replay.ts';

const { given } = vi.hoisted(() => ({ given: [] as ReaderTask[] }));

vi.mock('../../utils/providers/reader.ts', async (original) => {
  const reader = await original<typeof import('../../utils/providers/reader.ts')>();
  const readTask: typeof reader.readTask = (task, at, tools) => {
    given.push(task);
    return reader.readTask(task, at, tools);
  };
  return { readTask };
});

const CASES = loadCases(fileURLToPath(new URL('../fixtures', import.meta.url)));
/** Everybody else is read in the background alone: a page for each poll would be a waste. */
const READ_APART = ['custom-json', 'lyca', 'slt-lk', ...presets.map(({ id }) => id)];
/** The second one is of the page after signing in. */
const MOST = 2;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('a page that nobody sees is opened for mappings, pages and one carrier, and for no other poll', async () => {
  const apart = new Set<string>();
  for (const { file, recorded } of CASES) {
    given.length = 0;
    await replay(recorded, () => vi.advanceTimersByTime(20_000));
    if (given.length > 0) apart.add(recorded.provider);
    expect(given.length, file).toBeLessThanOrEqual(MOST);
    // It travels as a message, which is JSON.
    expect(JSON.parse(JSON.stringify(given)), file).toEqual(given);
  }
  expect([...apart].toSorted()).toEqual(READ_APART.toSorted());
});

it('that page is given no secret of the line but what the carrier repeats itself', async () => {
  for (const { file, recorded } of CASES) {
    const { password = '', token = '', apiKey = '', clientSecret = '' } = recorded.line;
    const secrets = [password, token, apiKey, clientSecret].filter((secret) => secret.length > 3);
    const answers = JSON.stringify(recorded.exchanges.map(({ response }) => response));
    given.length = 0;
    await replay(recorded, () => vi.advanceTimersByTime(20_000));
    const told = JSON.stringify(given);
    for (const secret of secrets)
      if (!answers.includes(secret)) expect(told.includes(secret), file).toBe(false);
  }
});
