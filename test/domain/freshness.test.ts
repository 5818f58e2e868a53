import { describe, expect, it } from 'vitest';
import { isStale, staleAt } from '../../utils/domain/freshness.ts';
import { DAY, HOUR } from '../../utils/domain/instant.ts';
import { anAttempt } from '../support/records.ts';

const CHECKED = '2026-11-21T09:00:00Z';

describe('how long a figure counts as current', () => {
  it('is twice the poll interval', () => {
    const at = staleAt(CHECKED, HOUR);
    expect(at).toBe('2026-11-21T11:00:00Z');
    expect(isStale(at, '2026-11-21T10:59:59Z')).toBe(false);
    expect(isStale(at, '2026-11-21T11:00:00Z')).toBe(true);
  });

  it('is twice the wait that the carrier asked for, counted from its answer, though that confirmed nothing', () => {
    const hinted = anAttempt({ lastSuccessAt: CHECKED, nextPollAt: '2026-11-21T12:00:00Z' });
    expect(staleAt(CHECKED, HOUR, hinted)).toBe('2026-11-21T15:00:00Z');
    const later = { ...hinted, lastSuccessAt: '2026-11-21T12:00:00Z', nextPollAt: '2026-11-21T15:00:00Z' };
    expect(staleAt(CHECKED, HOUR, later)).toBe('2026-11-21T15:00:00Z');
  });

  it('is no time at all for a figure that was never read', () => {
    expect(isStale(null, CHECKED)).toBe(true);
  });

  it('covers the rarest polls and the longest hint of a carrier', () => {
    expect(isStale(staleAt(CHECKED, 2 * DAY), CHECKED, CHECKED)).toBe(false);
  });

  it('A12: ends when the clock was moved back, be it by an hour or by years', () => {
    const at = staleAt(CHECKED, HOUR);
    expect(isStale(at, '2026-11-21T08:00:00Z', CHECKED)).toBe(true);
    expect(isStale(at, '2016-01-01T00:00:00Z')).toBe(true);
  });

  it('lasts when the clock was only set right by a minute', () => {
    expect(isStale(staleAt(CHECKED, HOUR), '2026-11-21T08:59:00Z', CHECKED)).toBe(false);
  });
});
