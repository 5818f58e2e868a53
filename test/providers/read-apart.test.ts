import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { presets } from '../../utils/providers/presets/presets.ts';
import type { ReaderTask } from '../../utils/providers/reader-contract.ts';
import type { RecordedCase } from '../support/case-format.ts';
import { loadCases } from '../support/cases.ts';
import { replay } from '../support/replay.ts';

const CASES = Map.groupBy(
  loadCases(fileURLToPath(new URL('../fixtures', import.meta.url))),
  ({ recorded }) => recorded.provider,
);
/** Everybody else is read in the background alone: a page for each poll would be a waste. */
const READ_APART = ['custom-json', 'esim-access', 'lyca', 'slt-lk', ...presets.map(({ id }) => id)];
/** The second one is of the page after signing in. */
const MOST = 2;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** What the page is given in a case. */
async function givenIn(recorded: RecordedCase): Promise<ReaderTask[]> {
  const given: ReaderTask[] = [];
  await replay(
    recorded,
    () => vi.advanceTimersByTime(20_000),
    (task) => given.push(task),
  );
  return given;
}

it.each([...CASES])('%s opens a page that nobody sees only if it has to', async (provider, cases) => {
  let opened = false;
  for (const { file, recorded } of cases) {
    const tasks = await givenIn(recorded);
    opened ||= tasks.length > 0;
    expect(tasks.length, file).toBeLessThanOrEqual(MOST);
    // It travels as a message, which is JSON.
    expect(JSON.parse(JSON.stringify(tasks)), file).toEqual(tasks);
  }
  expect(opened).toBe(READ_APART.includes(provider));
});

it.each(READ_APART)('%s tells that page no secret but what the carrier repeats itself', async (provider) => {
  for (const { file, recorded } of CASES.get(provider) ?? []) {
    const { password = '', token = '', apiKey = '', clientSecret = '' } = recorded.line;
    const secrets = [password, token, apiKey, clientSecret].filter((secret) => secret.length > 3);
    const answers = JSON.stringify(recorded.exchanges.map(({ response }) => response));
    const told = JSON.stringify(await givenIn(recorded));
    for (const secret of secrets)
      if (!answers.includes(secret)) expect(told.includes(secret), file).toBe(false);
  }
});
