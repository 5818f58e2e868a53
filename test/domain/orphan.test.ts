import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { afterOrphan, isOrphaned, isRunning } from '../../utils/domain/schedule.ts';
import { anAttempt } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';

describe('a poll whose background died', () => {
  const begun = anAttempt({ startedAt: '2026-11-21T09:29:00Z', finishedAt: null, failures: 2 });
  const timing = { interval: HOUR, floor: 15 * MINUTE, phase: 0.25, random: () => 0 };

  it('is told from one that is running by its age', () => {
    expect(isOrphaned(begun, '2026-11-21T09:29:20Z')).toBe(false);
    expect(isRunning(begun, '2026-11-21T09:29:20Z')).toBe(true);
    expect(isOrphaned(begun, '2026-11-21T09:30:01Z')).toBe(true);
    expect(isOrphaned(anAttempt(), '2026-11-23T09:30:01Z')).toBe(false);
  });

  it('counts as one more failure and waits from when it began', () => {
    const after = afterOrphan(begun, { now: '2026-11-21T09:40:00Z', ...timing });
    expect(after).toMatchObject({
      finishedAt: '2026-11-21T09:40:00Z',
      failures: 3,
      nextPollAt: '2026-11-21T09:44:00Z',
      failure: { kind: 'timeout' },
    });
    expect(isOrphaned(after, '2026-11-22T09:40:00Z')).toBe(false);
  });

  it('A12: waits from now when it seems to have begun in the future', () => {
    const future = { ...begun, startedAt: '2027-11-21T09:29:00Z' };
    expect(isOrphaned(future, NOW)).toBe(true);
    const after = afterOrphan(future, { now: NOW, ...timing });
    expect(after).toMatchObject({ startedAt: NOW, nextPollAt: '2026-11-21T09:45:00Z' });
  });
});
