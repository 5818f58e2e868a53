import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAlerts } from '../../utils/domain/alerts.ts';
import { DAY, HOUR, type Instant, toInstant, toMs } from '../../utils/domain/instant.ts';
import type { Bucket } from '../../utils/domain/reading.ts';
import type { AlertEpisode } from '../../utils/domain/records.ts';
import { aBucket, aDataBucket, aLine, anAttempt, anEpisode, aReading, aRow, GB } from '../support/records.ts';

const START = '2026-11-21T09:00:00Z';
const plus = (ms: number, from: Instant = START) => toInstant(toMs(from) + ms);

const pack = (until: Instant, rest: Partial<Bucket> = {}) =>
  aDataBucket(5 * GB, 2.9 * GB, { id: 'pack', validUntil: until, ...rest });

interface Look {
  now: Instant;
  buckets: Bucket[];
  stale?: boolean;
}

/** Looks one after the other, with the episodes kept as the store keeps them; what was told at each. */
function told(looks: Look[], before: AlertEpisode[] = []): string[][] {
  let kept = new Map(before.map((row) => [row.id, row]));
  return looks.map(({ now, buckets, stale = false }) => {
    const { raise, end, tell } = decideAlerts({
      line: aLine(),
      row: aRow(aReading({ buckets }), now),
      attempt: anAttempt(),
      episodes: [...kept.values()],
      topUps: [],
      forecast: { kind: 'no-history' },
      now,
      zone: 'UTC',
      stale,
      quietHours: null,
      ownZone: 'UTC',
    });
    kept = new Map([...kept.values(), ...raise, ...end, ...tell].map((row) => [row.id, row]));
    return tell.map(({ key }) => key).filter((key) => key.startsWith('bundle-ends'));
  });
}

const END = '2026-11-24T12:00:00Z';
const days = (count: number) => Array.from({ length: count }, (_, day) => plus(day * DAY));

describe('the end of a bundle', () => {
  it('F06: is told three days and one day ahead, each once, however often it is read', () => {
    const looks = days(5).flatMap((now) => Array.from({ length: 20 }, () => ({ now, buckets: [pack(END)] })));
    expect(told(looks).flat()).toEqual(['bundle-ends-3:pack', 'bundle-ends-1:pack']);
  });

  it('F06: is not told again when an answer leaves the bundle out and the next one lists it again', () => {
    const looks = [[pack(END)], [], [pack(END)], [], [pack(END)]];
    expect(told(looks.map((buckets) => ({ now: START, buckets }))).flat()).toEqual(['bundle-ends-3:pack']);
  });

  it('is told though another part of the same end was used up before its own word could be told', () => {
    const twin = (rest: Partial<Bucket>) => pack(plus(60_000, END), { id: 'twin', ...rest });
    const held = anEpisode('bundle-ends-3:pack', {
      raisedAt: START,
      toldAt: null,
      endedAt: START,
      until: END,
    });
    const gone = pack(END, { state: 'depleted', remaining: 0 });
    const looks = [{ now: plus(HOUR), buckets: [gone, twin({})] }];
    expect(told(looks, [held])).toEqual([['bundle-ends-3:twin']]);
    expect(told(looks, [{ ...held, toldAt: START }])).toEqual([[]]);
  });

  it('F06: is not told again after the clock ran ahead and was set right', () => {
    const nows = [START, plus(40 * DAY), START, plus(HOUR)];
    expect(told(nows.map((now) => ({ now, buckets: [pack(END)] }))).flat()).toEqual(['bundle-ends-3:pack']);
  });

  it('F06: is not told again when its data is used up and its minutes still end', () => {
    const voice = aBucket({ id: 'voice', kind: 'voice', remaining: 600, validUntil: END });
    const looks = [[pack(END), voice], [voice]].map((buckets) => ({ now: START, buckets }));
    expect(told(looks).flat()).toEqual(['bundle-ends-3:pack']);
  });

  it('is told anew when it was extended, and not when the same end comes in another zone', () => {
    const other = plus(13 * HOUR, END);
    const later = plus(28 * DAY, END);
    const looks: Look[] = [
      { now: START, buckets: [pack(END)] },
      { now: START, buckets: [pack(other)] },
      { now: plus(2 * DAY), buckets: [pack(END)] },
      { now: plus(2 * DAY), buckets: [pack(later)] },
      { now: plus(28 * DAY), buckets: [pack(later)] },
      { now: plus(30 * DAY), buckets: [pack(later)] },
    ];
    const both = [['bundle-ends-3:pack'], ['bundle-ends-1:pack']];
    expect(told(looks)).toEqual([...both.slice(0, 1), [], ...both.slice(1), [], ...both]);
  });

  it('that an extension by two days puts off is told once more, the day before', () => {
    const later = plus(2 * DAY + 12 * HOUR, END);
    const looks: Look[] = [
      { now: plus(3 * DAY), buckets: [pack(END)] },
      { now: plus(3 * DAY), buckets: [pack(later)] },
      { now: plus(5 * DAY), buckets: [pack(later)] },
    ];
    expect(told(looks)).toEqual([['bundle-ends-1:pack'], [], ['bundle-ends-1:pack']]);
  });

  it('that rolls on by a day every day, as a day pass does, is told once', () => {
    const looks = days(12).map((now) => ({ now, buckets: [pack(plus(DAY, now))] }));
    expect(told(looks).flat()).toEqual(['bundle-ends-1:pack']);
  });

  it('of two bundles is told of each', () => {
    const second = pack(plus(6 * DAY, END), { id: 'second' });
    const looks = days(10).map((now) => ({ now, buckets: [pack(END), second] }));
    expect(told(looks).flat()).toEqual([
      'bundle-ends-3:pack',
      'bundle-ends-1:pack',
      'bundle-ends-3:second',
      'bundle-ends-1:second',
    ]);
  });

  it('F08: is not told from figures that are old, nor where no end is known', () => {
    expect(told([{ now: START, buckets: [pack(END)], stale: true }])).toEqual([[]]);
    expect(told([{ now: START, buckets: [pack(END, { validUntil: null })] }])).toEqual([[]]);
  });

  it('is not told again where an older version told it without noting the end', () => {
    const before = [anEpisode('bundle-ends-3:pack')];
    expect(told([{ now: START, buckets: [pack(END)] }], before)).toEqual([[]]);
  });
});

const look = fc.record({
  wait: fc.integer({ min: -3 * DAY, max: 2 * DAY }),
  stale: fc.boolean(),
  listed: fc.boolean(),
  empty: fc.boolean(),
});

it('F06: whatever is read in whatever order, and whatever the clock does, one end is told once a step', () => {
  fc.assert(
    fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
      let now = START;
      const played = looks.map(({ wait, stale, listed, empty }): Look => {
        now = plus(wait, now);
        return { now, stale, buckets: listed ? [pack(END, empty ? { remaining: 0 } : {})] : [] };
      });
      const keys = told(played).flat();
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { seed: 64, numRuns: 400 },
  );
});
