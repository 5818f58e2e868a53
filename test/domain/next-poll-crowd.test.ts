import { expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import { type NextPollInput, nextPollAt } from '../../utils/domain/next-poll.ts';
import { startDelay } from '../../utils/domain/schedule.ts';
import { seededRandom } from '../support/seeded-random.ts';

const INSTALLS = 100_000;
const START = toMs('2026-11-21T09:00:00Z');
/** Much work on a slow machine; how long it takes is not what is tested. */
vi.setConfig({ testTimeout: 120_000 });

/** What a carrier's busiest second may see if requests come wholly by chance: mean plus the expected maximum. */
const chanceMaximum = (mean: number, seconds: number) => mean + Math.sqrt(2 * mean * Math.log(seconds));

interface Outage {
  from: number;
  to: number;
}

/** Requests per second between `from` and `to`, of installs that all begin within a minute of START. */
function crowd(
  timing: Pick<NextPollInput, 'interval' | 'floor'>,
  from: number,
  to: number,
  outage: Outage = { from: 0, to: 0 },
) {
  const random = seededRandom(1);
  const seconds = new Uint32Array((to - from) / SECOND);
  for (let install = 0; install < INSTALLS; install += 1) {
    const phase = random();
    let failures = 0;
    for (let at = START + startDelay(random); at < to; ) {
      if (at >= from)
        seconds[Math.floor((at - from) / SECOND)] = (seconds[Math.floor((at - from) / SECOND)] ?? 0) + 1;
      const outcome = at >= outage.from && at < outage.to ? 'carrier-down' : 'ok';
      failures = outcome === 'ok' ? 0 : failures + 1;
      const now = toInstant(at + 2 * SECOND);
      const none = { hint: null, freshUntil: null, retryAt: null };
      const next = nextPollAt({ now, ...timing, ...none, outcome, failures, phase, random });
      // An alarm comes up to half a minute late.
      at = next === null ? to : toMs(next) + 30 * SECOND * random();
    }
  }
  return seconds;
}

const mean = (seconds: Uint32Array) => seconds.reduce((sum, count) => sum + count, 0) / seconds.length;

it.each([
  ['quarter of an hour, the floor', 15 * MINUTE, 15 * MINUTE, 16 * MINUTE],
  ['hour, the default', HOUR, 15 * MINUTE, HOUR],
])(
  'C04: a hundred thousand installs that start together soon ask a carrier evenly, every %s',
  (_title, interval, floor, period) => {
    const from = START + 2 * period;
    const seconds = crowd({ interval, floor }, from, from + period);
    expect(mean(seconds)).toBeCloseTo((INSTALLS * SECOND) / period, -1);
    expect(Math.max(...seconds)).toBeLessThan(1.2 * chanceMaximum(mean(seconds), seconds.length));
  },
);

it('C04: after an outage of an hour no second is busier than chance alone would make it', () => {
  const outage = { from: START + 2 * HOUR, to: START + 3 * HOUR };
  const timing = { interval: HOUR, floor: 15 * MINUTE };
  const seconds = crowd(timing, outage.to, outage.to + 4 * HOUR, outage);
  const steady = (INSTALLS * SECOND) / HOUR;
  expect(Math.max(...seconds)).toBeLessThan(1.2 * chanceMaximum(steady, seconds.length));
});
