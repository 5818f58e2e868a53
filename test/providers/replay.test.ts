import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { caseFiles } from '../support/cases.ts';
import { replay } from '../support/replay.ts';

const OURS = fileURLToPath(new URL('../fixtures', import.meta.url));
const folders = [OURS, ...(process.env.CASES_DIR ? [process.env.CASES_DIR] : [])];
const DEADLINE = 20_000;

/* Every recorded answer, from the tree and from the folder in CASES_DIR, through the real code. */

describe.each(folders)('the recorded cases of %s', (folder) => {
  const cases = caseFiles(folder);

  // Only timers: the zone and the instant of each case come with it.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
  afterAll(() => console.log(summary(cases.map(({ file }) => dirname(file)))));

  it('holds at least one case', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('$file: $title', async ({ read }) => {
    const recorded = read();
    const { outcome, network } = await replay(recorded, () => vi.advanceTimersByTime(DEADLINE));
    expect(network.unmatched, 'requests without a recorded exchange').toEqual([]);
    if ('failure' in recorded.expect) {
      expect(outcome).toHaveProperty('failure');
      expect('failure' in outcome && outcome.failure).toMatchObject(recorded.expect.failure);
    } else {
      expect(outcome).toHaveProperty('reading');
      // Lists match in order and in number, objects by the fields that are named.
      expect('reading' in outcome && outcome.reading).toMatchObject(recorded.expect.reading);
    }
  });
});

function summary(providers: string[]): string {
  const counts = new Map<string, number>();
  for (const provider of providers) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  return [...counts].map(([provider, count]) => `${provider}: ${count} cases`).join('\n');
}
