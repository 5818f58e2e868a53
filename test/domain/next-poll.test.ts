import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '../../utils/domain/failure.ts';
import { DAY, HOUR, MINUTE, SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import { type NextPollInput, nextPollAt } from '../../utils/domain/next-poll.ts';

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

describe('after a successful poll', () => {
  it('a line is asked again at its own minute of the next round', () => {
    expect(waitFor({ now: '2026-11-21T09:15:00Z' })).toBe(HOUR);
    expect(waitFor({ now: '2026-11-21T09:15:40Z' })).toBe(HOUR - 40 * SECOND);
  });

  it('a refresh by hand is followed by no second poll within the floor', () => {
    expect(waitFor({ now: '2026-11-21T09:10:00Z' })).toBe(65 * MINUTE);
    expect(waitFor({ now: '2026-11-21T09:00:00Z' })).toBe(15 * MINUTE);
  });

  it('a late alarm costs no round, even where the interval is the floor', () => {
    let now = toMs(NOW) + waitFor({ interval: FLOOR });
    for (let round = 0; round < 50; round += 1) {
      const wait = waitFor({ now: toInstant(now + 45 * SECOND), interval: FLOOR });
      expect(wait).toBe(16 * MINUTE - 45 * SECOND);
      now += 45 * SECOND + wait;
    }
  });

  it('the hint and the max-age of the carrier are waited for', () => {
    expect(waitFor({ hint: inMs(3 * HOUR) })).toBe(195 * MINUTE);
    expect(waitFor({ freshUntil: inMs(100 * MINUTE) })).toBe(135 * MINUTE);
  });

  it('a hint in the past, beyond all bounds or impossible changes nothing for the worse', () => {
    expect(waitFor({ hint: inMs(-DAY) })).toBe(waitFor({}));
    expect(waitFor({ hint: '2026-99-99T99:99:99Z' })).toBe(waitFor({}));
    expect(waitFor({ hint: '2199-01-01T00:00:00Z' })).toBeLessThanOrEqual(DAY + INTERVAL);
  });
});

it('a provider is never planned to be asked before its minimum, and never later than two days', () => {
  const instant = fc.option(fc.integer({ min: -5 * DAY, max: 400 * DAY }).map(inMs));
  const input = fc.record({
    interval: fc.integer({ min: 15, max: 1440 }).map((minutes) => minutes * MINUTE),
    outcome: fc.constantFrom('ok' as const, ...FAILURE_KINDS),
    hint: instant,
    freshUntil: instant,
    retryAt: instant,
    failures: fc.nat(100),
    phase: fc.double({ min: 0, max: 1, noNaN: true }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((value) => () => value),
  });
  fc.assert(
    fc.property(input, (rest) => {
      const wait = waitFor({ ...rest, floor: FLOOR });
      expect(wait).toBeGreaterThanOrEqual(FLOOR);
      if (Number.isFinite(wait)) expect(wait).toBeLessThanOrEqual(2 * DAY + SECOND);
    }),
    { seed: 11, numRuns: 2000 },
  );
});
