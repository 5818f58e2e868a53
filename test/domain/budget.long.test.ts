import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { mayPoll, prune } from '../../utils/domain/budget.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Network } from '../../utils/domain/schedule.ts';

const START = toMs('2026-11-21T00:00:00Z');
/** Much work on a slow machine; how long it takes is not what is tested. */
vi.setConfig({ testTimeout: 120_000 });

interface Event {
  /** ms after the event before */
  after: number;
  watch: boolean;
}

/** The polls that are let through, ms. */
function run(events: readonly Event[], network: Network): { at: number; watch: boolean }[] {
  const polls: { at: number; watch: boolean }[] = [];
  let recent: Instant[] = [];
  let ms = START;
  for (const { after, watch } of events) {
    ms += after;
    const now = toInstant(ms);
    recent = prune(recent, now);
    if (!mayPoll({ recent, now, network, watch }).ok) continue;
    recent.push(now);
    polls.push({ at: toMs(now), watch });
  }
  return polls;
}

function most(polls: readonly { at: number }[], span: number): number {
  return Math.max(
    0,
    ...polls.map(({ at }) => polls.filter((other) => other.at >= at && other.at < at + span).length),
  );
}

const gaps = fc.oneof(fc.nat(20 * SECOND), fc.nat(20 * MINUTE), fc.nat(3 * HOUR));
const LIMITS = { internet: [6, 100], 'own-network': [6, 100], local: [15, 300] } as const;

describe('the budget of a line', () => {
  it.each(['internet', 'own-network', 'local'] as const)(
    'C07: no row of events gets past it on %s',
    (network) => {
      const [hour, day] = LIMITS[network];
      const events = fc.array(fc.record({ after: gaps, watch: fc.boolean() }), {
        maxLength: 400,
        size: 'max',
      });
      fc.assert(
        fc.property(events, fc.boolean(), (list, watched) => {
          const polls = run(watched ? list : list.map(({ after }) => ({ after, watch: false })), network);
          const extra = watched ? 12 : 0;
          expect(most(polls, HOUR)).toBeLessThanOrEqual(hour + extra);
          expect(most(polls, DAY)).toBeLessThanOrEqual(day + extra);
        }),
        { seed: 23, numRuns: 60 },
      );
    },
  );

  it('C07: a thousand refreshes in an hour are six polls, and a day of them a hundred', () => {
    const clicks = Array.from({ length: 1000 }, () => ({ after: 3 * SECOND, watch: false }));
    expect(run(clicks, 'internet')).toHaveLength(6);
    const day = Array.from({ length: 24 * 60 - 1 }, () => ({ after: MINUTE, watch: false }));
    expect(run(day, 'internet')).toHaveLength(100);
    expect(run(day, 'local')).toHaveLength(300);
  });

  it('C07: a top-up watch has twelve polls beyond it, and not twelve every hour', () => {
    const watch = Array.from({ length: 1000 }, () => ({ after: 3 * SECOND, watch: true }));
    expect(run(watch, 'internet')).toHaveLength(18);
    const long = Array.from({ length: 4 * 60 }, () => ({ after: MINUTE, watch: true }));
    expect(run(long, 'internet')).toHaveLength(12 + 4 * 6);
  });

  it('leaves the plain polls to the line while a watch has its own', () => {
    const events = [
      ...Array.from({ length: 18 }, () => ({ after: 15 * SECOND, watch: true })),
      { after: HOUR, watch: false },
    ];
    expect(run(events, 'internet').at(-1)?.watch).toBe(false);
  });

  it('says from when the next poll may be made, and it may then', () => {
    const recent = [0, 5, 10, 15, 20, 25].map((minutes) => toInstant(START + minutes * MINUTE));
    const now = toInstant(START + 30 * MINUTE);
    const permit = mayPoll({ recent, now, network: 'internet', watch: false });
    expect(permit).toEqual({ ok: false, at: toInstant(START + HOUR) });
    expect(mayPoll({ recent, now: toInstant(START + HOUR), network: 'internet', watch: false })).toEqual({
      ok: true,
    });
  });

  it('A12: polls of a future that a moved clock once showed hold back nothing', () => {
    const recent = Array.from({ length: 6 }, (_, index) => toInstant(START + 30 * DAY + index * SECOND));
    const now = toInstant(START);
    expect(mayPoll({ recent, now, network: 'internet', watch: false })).toEqual({ ok: true });
    expect(prune(recent, now)).toEqual([]);
  });

  it('forgets polls after a day', () => {
    const recent = [toInstant(START), toInstant(START + 1 * SECOND)];
    expect(prune(recent, toInstant(START + DAY))).toEqual([toInstant(START + SECOND)]);
  });
});
