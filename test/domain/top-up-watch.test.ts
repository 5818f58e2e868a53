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

describe('watching a top-up', () => {
  it('asks after 30 seconds, 1, 2, 5 and 10 minutes, then at the normal interval', () => {
    const waits = [0, 1, 2, 3, 4, 5, 20].map((watched) => wait({ watched }));
    expect(waits).toEqual([30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, HOUR, HOUR]);
  });

  it('asks every 15 seconds while a page of ours is open, as long as the watch has polls of its own', () => {
    expect(wait({ pageOpen: true, watched: 4 })).toBe(15 * SECOND);
    expect(wait({ pageOpen: true, watched: 11 })).toBe(15 * SECOND);
    expect(wait({ pageOpen: true, watched: 12 })).toBe(HOUR);
  });

  it('never asks sooner than the provider bears, nor later than its normal interval', () => {
    expect(wait({ minPollMs: 5 * MINUTE, pageOpen: true })).toBe(5 * MINUTE);
    expect(wait({ watched: 4, intervalMs: 5 * MINUTE })).toBe(5 * MINUTE);
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
