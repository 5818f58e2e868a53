import { describe, expect, it } from 'vitest';
import { HOUR } from '../../utils/domain/instant.ts';
import { type JobInput, nextJob } from '../../utils/domain/next-job.ts';
import type { Attempt } from '../../utils/domain/records.ts';
import { anAttempt, aTopUp } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';

function job(attempt: Attempt | null, rest: Partial<JobInput> = {}) {
  const facts = { network: 'internet', minPollMinutes: 0 } as const;
  const timing = { facts, intervalMs: HOUR, minPollMs: 0 };
  return nextJob({
    resting: false,
    paused: false,
    attempt,
    topUps: [],
    now: NOW,
    pageOpen: false,
    ...timing,
    ...rest,
  });
}

const failed = (kind: 'signed-out' | 'rate-limited', retryAt: string | null = null) =>
  anAttempt({ failure: { kind, retryAt, detail: '' }, failures: 1, nextPollAt: '2026-11-21T09:45:00Z' });
/** Six polls of this hour. */
const SPENT = [0, 4, 8, 12, 16, 20].map((minute) => `2026-11-21T09:${String(minute).padStart(2, '0')}:00Z`);
const watched = (nextWatchAt: string | null) =>
  aTopUp({ openedAt: '2026-11-21T09:20:00Z', nextWatchAt, watched: 2 });

describe('what a line wants to be asked for next', () => {
  it('is a first poll at once, then the one that is planned', () => {
    expect(job(null)).toEqual({ at: NOW, why: 'alarm' });
    expect(job(anAttempt())).toEqual({ at: '2026-11-21T10:00:00Z', why: 'alarm' });
    expect(job(anAttempt({ nextPollAt: '2026-11-21T09:00:00Z' }))).toEqual({ at: NOW, why: 'alarm' });
  });

  it('is nothing while it rests, runs, or needs the person', () => {
    expect(job(null, { resting: true })).toBeNull();
    expect(job(anAttempt({ startedAt: NOW, finishedAt: null }))).toBeNull();
    expect(job(failed('signed-out'), { topUps: [watched('2026-11-21T09:00:00Z')] })).toBeNull();
  });

  it('is never sooner than the budget and the carrier allow, so that nothing wakes up in vain', () => {
    expect(job(anAttempt({ nextPollAt: '2026-11-21T09:25:00Z', recent: SPENT }))).toEqual({
      at: '2026-11-21T10:00:00Z',
      why: 'alarm',
    });
    expect(job(failed('rate-limited', '2026-11-21T09:50:00Z'))?.at).toBe('2026-11-21T09:50:00Z');
  });

  it('is the watch of a top-up where that comes first, with polls of its own', () => {
    const attempt = anAttempt({ recent: SPENT });
    expect(job(attempt, { topUps: [watched('2026-11-21T09:20:00Z')] })).toEqual({ at: NOW, why: 'watch' });
    expect(job(attempt, { topUps: [watched('2026-11-21T09:40:00Z'), watched(null)] })).toEqual({
      at: '2026-11-21T09:40:00Z',
      why: 'watch',
    });
    const settled = aTopUp({ state: 'credited', nextWatchAt: '2026-11-21T09:20:00Z' });
    expect(job(anAttempt(), { topUps: [settled] })?.why).toBe('alarm');
  });

  it('paused, is nothing but the watch of a top-up that was opened', () => {
    const due = anAttempt({ nextPollAt: '2026-11-21T09:00:00Z' });
    const paused = { paused: true, pageOpen: true };
    expect(job(due, paused)).toBeNull();
    const topUps = [watched('2026-11-21T09:40:00Z')];
    expect(job(due, { paused: true, topUps })).toEqual({ at: '2026-11-21T09:40:00Z', why: 'watch' });
    const offline = { ...due, failure: { kind: 'offline', retryAt: null, detail: '' } as const };
    expect(job(offline, paused)).toBeNull();
  });

  it('comes sooner when a page is opened, but not at the very opening of the checkout', () => {
    const topUps = [watched('2026-11-21T09:38:30Z')];
    const attempt = anAttempt({ startedAt: '2026-11-21T09:29:50Z', finishedAt: '2026-11-21T09:29:51Z' });
    expect(job(attempt, { topUps, pageOpen: true })?.at).toBe('2026-11-21T09:30:05Z');
    const fresh = [aTopUp({ openedAt: NOW, nextWatchAt: '2026-11-21T09:30:30Z' })];
    expect(job(anAttempt(), { topUps: fresh, pageOpen: true })?.at).toBe('2026-11-21T09:30:15Z');
  });

  it('is another try, perhaps on another network, while somebody looks, soon at first and then less often', () => {
    const recent = ['2026-11-21T08:10:00Z', '2026-11-21T09:29:00Z'];
    const ended = { startedAt: NOW, finishedAt: NOW, nextPollAt: '2026-11-21T10:15:00Z' };
    const away = (polls: string[], kind: 'wrong-network' | 'offline' = 'wrong-network') =>
      anAttempt({ ...ended, recent: polls, failure: { kind, retryAt: null, detail: '' }, failures: 1 });
    const look = { pageOpen: true };
    expect(job(away(recent), look)).toEqual({ at: '2026-11-21T09:31:00Z', why: 'back' });
    expect(job(away([...recent, NOW, NOW]), look)?.at).toBe('2026-11-21T09:34:00Z');
    expect(job(away(recent))).toEqual({ at: '2026-11-21T10:15:00Z', why: 'alarm' });
    expect(job(away(recent, 'offline'), look)?.why).toBe('back');
    expect(
      job(anAttempt({ ...ended, failure: { kind: 'carrier-down', retryAt: null, detail: '' } }), look)?.why,
    ).toBe('alarm');
    expect(job(anAttempt(ended), look)?.why).toBe('alarm');
  });
});
