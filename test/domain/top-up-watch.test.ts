import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import { nextWatch, WATCH_FOR, type WatchInput } from '../../utils/domain/top-up-watch.ts';
import { aTopUp } from '../support/records.ts';

const OPENED = '2026-11-21T09:00:00Z';

function wait(rest: Partial<WatchInput> & { watched?: number } = {}): number | null {
  const { watched = 0, ...given } = rest;
  const now = given.now ?? OPENED;
  const topUp = aTopUp({ watched });
  const at = nextWatch({ topUp, now, pageOpen: false, intervalMs: HOUR, minPollMs: 0, ...given });
  return at === null ? null : toMs(at) - toMs(now);
}

/** Milliseconds after the opening of each poll of a watch; `open` tells whether a page is open after the nth. */
function pollsAt(open: (n: number) => boolean): number[] {
  const polls: number[] = [];
  let now = OPENED;
  for (;;) {
    const topUp = aTopUp({ watched: polls.length });
    const at = nextWatch({ topUp, now, pageOpen: open(polls.length), intervalMs: HOUR, minPollMs: 0 });
    if (at === null) return polls;
    polls.push(toMs(at) - toMs(OPENED));
    now = at;
  }
}

describe('watching a top-up', () => {
  it('asks 30 seconds after the opening, then after 1, 2, 5 and 10 minutes, then at the normal interval', () => {
    expect(pollsAt(() => false).slice(0, 7)).toEqual([
      0.5 * MINUTE,
      1.5 * MINUTE,
      3.5 * MINUTE,
      8.5 * MINUTE,
      18.5 * MINUTE,
      18.5 * MINUTE + HOUR,
      18.5 * MINUTE + 2 * HOUR,
    ]);
  });

  it('asks every 15 seconds while a page of ours is open, but spares a poll for each growing delay', () => {
    const seconds = pollsAt(() => true).map((ms) => ms / SECOND);
    expect(seconds.slice(0, 9)).toEqual([15, 30, 45, 60, 75, 90, 105, 120, 135]);
    expect(seconds.slice(9, 12)).toEqual([210, 510, 1110]);
    expect(seconds[12]).toBe(1110 + 3600);
  });

  it('finds a credit of the tenth minute in the nineteenth at the latest, whenever a page is open', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (open) => {
        const polls = pollsAt((n) => open[n % open.length] ?? false);
        expect(polls.find((ms) => ms >= 10 * MINUTE)).toBeLessThanOrEqual(19 * MINUTE);
      }),
      { seed: 17, numRuns: 200 },
    );
  });

  it('asks anew at once when a page is opened after the growing delays, while it has polls left', () => {
    const now = toInstant(toMs(OPENED) + 30 * MINUTE);
    expect(wait({ now, watched: 5, pageOpen: true })).toBe(15 * SECOND);
    expect(wait({ now, watched: 12, pageOpen: true })).toBe(HOUR);
  });

  it('never asks sooner than the provider bears, nor later than its normal interval', () => {
    expect(wait({ minPollMs: 5 * MINUTE, pageOpen: true })).toBe(5 * MINUTE);
    const now = toInstant(toMs(OPENED) + 9 * MINUTE);
    expect(wait({ now, intervalMs: 5 * MINUTE })).toBe(5 * MINUTE);
  });

  it('asks once more when what was paid becomes overdue, though its next turn would come later', () => {
    const paidAt = '2026-11-21T09:02:00Z';
    const left = (now: string, rest: Partial<WatchInput> = {}) =>
      wait({ now, topUp: aTopUp({ state: 'paid', paidAt, watched: 5 }), ...rest });
    expect(left('2026-11-21T09:18:30Z')).toBe(13.5 * MINUTE);
    expect(left('2026-11-21T09:31:55Z')).toBe(15 * SECOND);
    expect(left('2026-11-21T09:18:30Z', { minPollMs: 20 * MINUTE })).toBe(20 * MINUTE);
    expect(left('2026-11-21T09:32:00Z')).toBe(HOUR);
    expect(wait({ now: '2026-11-21T09:18:30Z', watched: 5 })).toBe(HOUR);
  });

  it('asks a last time when 72 hours have passed, then no more', () => {
    const late = toInstant(toMs(OPENED) + WATCH_FOR - 10 * MINUTE);
    expect(wait({ now: late, watched: 9 })).toBe(10 * MINUTE);
    expect(wait({ now: toInstant(toMs(OPENED) + WATCH_FOR) })).toBeNull();
  });

  it.each(['credited', 'failed', 'expired', 'refunded', 'abandoned'] as const)(
    'ends when it is %s',
    (state) => {
      expect(wait({ topUp: aTopUp({ state }) })).toBeNull();
    },
  );

  it.each(['open', 'paid', 'overdue'] as const)('goes on while it is %s', (state) => {
    expect(wait({ topUp: aTopUp({ state }) })).toBe(30 * SECOND);
  });

  it('A12: a clock moved back makes it wait no longer than usual', () => {
    expect(wait({ now: '2026-10-01T00:00:00Z', watched: 8 })).toBe(HOUR);
  });

  it('comes to its end in a bounded number of requests, whatever page is open when', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.integer({ min: 0, max: 20 }), (open, min) => {
        let now = OPENED;
        let watched = 0;
        for (;;) {
          const pageOpen = open[watched % Math.max(1, open.length)] ?? false;
          const topUp = aTopUp({ watched });
          const at = nextWatch({ topUp, now, pageOpen, intervalMs: HOUR, minPollMs: min * MINUTE });
          if (!at) break;
          expect(toMs(at) - toMs(now)).toBeGreaterThanOrEqual(Math.max(15 * SECOND, min * MINUTE));
          now = at;
          watched += 1;
        }
        expect(watched).toBeLessThanOrEqual(12 + 72);
      }),
      { seed: 91, numRuns: 200 },
    );
  });
});
