import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../utils/domain/failure.ts';
import { MINUTE, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Attempt } from '../../utils/domain/records.ts';
import { allowedAt } from '../../utils/domain/refresh.ts';
import { anAttempt } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';

function refresh(attempt: Partial<Attempt> | null, minPollMinutes = 0) {
  const last =
    attempt &&
    anAttempt({ startedAt: '2026-11-21T09:29:00Z', finishedAt: '2026-11-21T09:29:01Z', ...attempt });
  return allowedAt({ attempt: last, network: 'internet', minPollMinutes, now: NOW, watch: false });
}

const failed = (kind: FailureKind, retryAt: string | null = null) => ({
  failure: { kind, retryAt, detail: '' },
});
const minutesAgo = (minutes: number) => toInstant(toMs(NOW) - minutes * MINUTE);

describe('a refresh by hand', () => {
  it('asks the carrier at once when nothing speaks against it', () => {
    expect(refresh(null)).toBeNull();
    expect(refresh({})).toBeNull();
    expect(refresh(failed('unreadable'))).toBeNull();
  });

  it('C01: waits as long as the carrier said, and says until when', () => {
    expect(refresh(failed('rate-limited', '2026-11-21T10:40:00Z'))).toBe('2026-11-21T10:40:00Z');
    expect(refresh(failed('carrier-down', '2026-11-21T10:40:00Z'))).toBe('2026-11-21T10:40:00Z');
  });

  it('C02: waits a day at the most, counted from when the carrier said so', () => {
    expect(refresh(failed('rate-limited', '2126-11-21T10:40:00Z'))).toBe('2026-11-22T09:29:01Z');
    expect(refresh(failed('rate-limited', '2026-11-01T10:40:00Z'))).toBeNull();
  });

  it('C02: waits half a minute at the least after a Retry-After in the past', () => {
    const finishedAt = '2026-11-21T09:29:50Z';
    expect(refresh({ finishedAt, ...failed('rate-limited', '2026-11-01T10:40:00Z') })).toBe(
      '2026-11-21T09:30:20Z',
    );
  });

  it('waits for the minimum of the provider, unless the carrier was never reached', () => {
    expect(refresh({}, 20)).toBe('2026-11-21T09:49:00Z');
    expect(refresh(failed('timeout'), 20)).toBe('2026-11-21T09:49:00Z');
    expect(refresh(failed('offline'), 20)).toBeNull();
    expect(refresh(failed('no-access'), 20)).toBeNull();
  });

  it('C07: waits for the budget of the line', () => {
    const recent = [50, 40, 30, 20, 10, 1].map(minutesAgo);
    expect(refresh({ recent })).toBe('2026-11-21T09:40:00Z');
  });

  it('names the latest of several reasons', () => {
    const recent = [50, 40, 30, 20, 10, 1].map(minutesAgo);
    expect(refresh({ recent, ...failed('rate-limited', '2026-11-21T09:35:00Z') }, 20)).toBe(
      '2026-11-21T09:49:00Z',
    );
  });

  it('A12: is not held back by an attempt in the future', () => {
    const future = { startedAt: '2027-01-01T00:00:00Z', finishedAt: '2027-01-01T00:00:01Z' };
    expect(refresh({ ...future, ...failed('rate-limited', '2027-01-01T01:00:00Z') }, 20)).toBeNull();
  });
});
