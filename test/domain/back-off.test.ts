import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import { failuresAfter, type NextPollInput, nextPollAt } from '../../utils/domain/next-poll.ts';
import { seededRandom } from '../support/seeded-random.ts';

const NOW = '2026-11-21T09:00:00Z';
const FLOOR = 15 * MINUTE;
const INTERVAL = HOUR;

function waitFor(rest: Partial<NextPollInput>): number {
  const input: NextPollInput = {
    now: NOW,
    interval: INTERVAL,
    floor: FLOOR,
    outcome: 'ok',
    hint: null,
    freshUntil: null,
    retryAt: null,
    failures: 0,
    phase: 0.25,
    random: () => 0.5,
    ...rest,
  };
  const at = nextPollAt(input);
  return at === null ? Number.POSITIVE_INFINITY : toMs(at) - toMs(input.now);
}

const inMs = (ms: number) => toInstant(toMs(NOW) + ms);

describe('after a failure', () => {
  const random = seededRandom(3);
  const waits = (rest: Partial<NextPollInput>) =>
    Array.from({ length: 4000 }, () => waitFor({ outcome: 'carrier-down', random, ...rest }));

  it.each([1, 2, 3, 9, 5000])(
    'C03: failure %i in a row waits anything between the floor and a doubled bound of at most 6 h',
    (failures) => {
      const bound = Math.min(6 * HOUR, INTERVAL * 2 ** failures);
      const tenths = new Array<number>(10).fill(0);
      for (const wait of waits({ failures })) {
        expect(wait).toBeGreaterThanOrEqual(FLOOR);
        expect(wait).toBeLessThanOrEqual(bound + SECOND);
        const tenth = Math.min(9, Math.floor((10 * (wait - FLOOR)) / (bound - FLOOR)));
        tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      }
      for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(80);
    },
  );

  it('C10: being offline never waits longer than the first step, however long it lasts', () => {
    const first = INTERVAL * 2 + SECOND;
    for (const wait of waits({ outcome: 'offline', failures: 50 })) expect(wait).toBeLessThanOrEqual(first);
    let failures = 0;
    for (let poll = 0; poll < 50; poll += 1) failures = failuresAfter(failures, 'offline');
    expect(failures).toBe(1);
  });

  it('C22: a request that the browser itself refused waits at least as long as after a 503', () => {
    for (const wait of waits({ outcome: 'offline', failures: 1 })) expect(wait).toBeGreaterThanOrEqual(FLOOR);
    expect(waitFor({ outcome: 'offline', failures: 1 })).toBe(
      waitFor({ outcome: 'carrier-down', failures: 1 }),
    );
  });

  it('C01: a carrier that said when is never asked before, and not by everybody at that second', () => {
    const times = waits({ outcome: 'rate-limited', retryAt: inMs(3 * HOUR), failures: 1 });
    for (const wait of times) expect(wait).toBeGreaterThanOrEqual(3 * HOUR);
    expect(new Set(times).size).toBeGreaterThan(1000);
  });

  it.each([
    ['a day and more', inMs(1e12), DAY],
    ['the past', inMs(-3 * DAY), FLOOR],
    ['this second', NOW, FLOOR],
    ['something impossible', '2026-13-45T99:00:00Z', FLOOR],
  ])('C02: a Retry-After of %s is bounded', (_title, retryAt, least) => {
    const wait = waitFor({ outcome: 'rate-limited', retryAt, failures: 1, random: () => 0 });
    expect(wait).toBe(least);
  });

  it('heeds a Retry-After of a carrier that is down as well', () => {
    const wait = waitFor({ outcome: 'carrier-down', retryAt: inMs(2 * HOUR), failures: 1, random: () => 0 });
    expect(wait).toBe(2 * HOUR);
  });

  it.each(['signed-out', 'no-access', 'line-gone'] as const)(
    'the carrier is not asked again after %s until the person has acted',
    (outcome) => {
      expect(waitFor({ outcome, failures: 1, retryAt: inMs(HOUR) })).toBe(Number.POSITIVE_INFINITY);
    },
  );

  it('a success ends the row of failures', () => {
    expect(failuresAfter(7, 'ok')).toBe(0);
    expect(failuresAfter(7, 'timeout')).toBe(8);
    expect(failuresAfter(7, 'offline')).toBe(7);
  });
});
