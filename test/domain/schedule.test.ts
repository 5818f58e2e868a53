import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE, SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import { nextPollAt } from '../../utils/domain/next-poll.ts';
import type { Attempt } from '../../utils/domain/records.ts';
import { isDue, pollFloorMs, pollIntervalMs, startDelay } from '../../utils/domain/schedule.ts';
import { anAttempt } from '../support/records.ts';
import { seededRandom } from '../support/seeded-random.ts';

const NOW = '2026-11-21T09:30:00Z';

describe('how often a line is asked', () => {
  it.each([
    ['internet', 0, null, 60],
    ['local', 0, null, 60],
    ['internet', 0, 5, 15],
    ['own-network', 0, 5, 15],
    ['local', 0, 5, 5],
    ['local', 0, 1, 5],
    ['internet', 20, 15, 20],
    ['internet', 90, null, 90],
    ['internet', 0, 240, 240],
  ] as const)(
    'on %s with a provider minimum of %i, wished every %o: every %i min',
    (network, min, wish, every) => {
      expect(pollIntervalMs({ network, minPollMinutes: min, pollMinutes: wish })).toBe(every * MINUTE);
    },
  );

  it('never plans below the floor of its network or the minimum of its provider', () => {
    expect(pollFloorMs({ network: 'local', minPollMinutes: 0 })).toBe(5 * MINUTE);
    expect(pollFloorMs({ network: 'own-network', minPollMinutes: 1 })).toBe(15 * MINUTE);
    expect(pollFloorMs({ network: 'local', minPollMinutes: 30 })).toBe(30 * MINUTE);
  });
});

describe('a line is due', () => {
  it('when it was never asked, and when its time has come', () => {
    expect(isDue(null, NOW)).toBe(true);
    expect(isDue(anAttempt({ nextPollAt: NOW }), NOW)).toBe(true);
    expect(isDue(anAttempt({ nextPollAt: '2026-11-21T09:30:01Z' }), NOW)).toBe(false);
  });

  it('not while it is being asked, nor while it waits for the person', () => {
    const running = anAttempt({ startedAt: '2026-11-21T09:29:50Z', finishedAt: null, nextPollAt: NOW });
    expect(isDue(running, NOW)).toBe(false);
    expect(isDue(anAttempt({ nextPollAt: null }), NOW)).toBe(false);
  });

  it('A12: at once when the last poll lies in the future, whatever was planned then', () => {
    const later = { startedAt: '2026-12-21T09:30:00Z', finishedAt: '2026-12-21T09:30:01Z' };
    expect(isDue(anAttempt({ ...later, nextPollAt: '2026-12-21T10:30:00Z' }), NOW)).toBe(true);
    expect(isDue(anAttempt({ ...later, finishedAt: null, nextPollAt: '2026-12-21T10:30:00Z' }), NOW)).toBe(
      true,
    );
    const tomorrow = { startedAt: '2026-11-22T05:30:00Z', nextPollAt: '2026-11-22T06:30:00Z' };
    expect(isDue(anAttempt(tomorrow), NOW)).toBe(true);
    expect(isDue(anAttempt({ nextPollAt: '2027-05-01T00:00:00Z' }), NOW)).toBe(true);
  });

  it('not because the clock was set right by a minute', () => {
    const attempt = anAttempt({ startedAt: '2026-11-21T09:31:00Z', nextPollAt: '2026-11-21T10:31:00Z' });
    expect(isDue(attempt, NOW)).toBe(false);
  });

  it('A12: soon again after the poll that a moved clock brought about', () => {
    const next = planned(NOW);
    expect(toMs(next) - toMs(NOW)).toBeLessThanOrEqual(75 * MINUTE);
    expect(isDue(polled(NOW, next), NOW)).toBe(false);
  });

  it('A11: once after three days asleep, then at its own place in the hour, not all missed times in a row', () => {
    const woken = '2026-11-24T09:30:00Z';
    let attempt = polled(NOW, planned(NOW));
    const polls: Instant[] = [];
    for (let ms = toMs(woken); ms < toMs(woken) + 3 * HOUR; ms += MINUTE) {
      const now = toInstant(ms);
      if (!isDue(attempt, now)) continue;
      polls.push(now);
      attempt = polled(now, planned(now));
    }
    expect(polls).toEqual([woken, '2026-11-24T10:15:00Z', '2026-11-24T11:15:00Z', '2026-11-24T12:15:00Z']);
  });

  it('only once when the browser is started twenty times in five minutes', () => {
    const random = seededRandom(5);
    let attempt: Attempt | null = null;
    let polls = 0;
    for (let start = 0; start < 20; start += 1) {
      const now = toInstant(toMs(NOW) + start * 15 * SECOND + startDelay(random));
      if (!isDue(attempt, now)) continue;
      polls += 1;
      attempt = polled(now, planned(now));
    }
    expect(polls).toBe(1);
  });
});

it('a poll at the start of the browser waits 30 to 60 seconds, as no alarm rings sooner', () => {
  expect(startDelay(() => 0)).toBe(30 * SECOND);
  expect(startDelay(() => 0.999_999)).toBeCloseTo(60 * SECOND, -2);
});

function planned(now: Instant): Instant {
  const none = { hint: null, freshUntil: null, retryAt: null, failures: 0, random: () => 0 };
  const next = nextPollAt({ now, interval: HOUR, floor: 15 * MINUTE, outcome: 'ok', phase: 0.25, ...none });
  if (next === null) throw new Error('nothing planned');
  return next;
}

function polled(now: Instant, next: Instant): Attempt {
  return anAttempt({ startedAt: now, finishedAt: now, nextPollAt: next });
}
