import { SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import { type NextPollInput, nextPollAt } from '../../utils/domain/next-poll.ts';
import { startDelay } from '../../utils/domain/schedule.ts';
import { seededRandom } from './seeded-random.ts';

/** When all installs of a crowd begin. */
export const CROWD_START = toMs('2026-11-21T09:00:00Z');

export interface Outage {
  from: number;
  to: number;
}

export interface Crowd extends Pick<NextPollInput, 'interval' | 'floor'> {
  installs: number;
  /** what is counted, milliseconds since the epoch */
  from: number;
  to: number;
  /** when the carrier fails every request */
  outage?: Outage;
}

/** Requests in each second, of installs that all begin within a minute. The real schedule decides when each asks. */
export function crowd({ installs, from, to, outage = { from: 0, to: 0 }, ...timing }: Crowd): Uint32Array {
  const random = seededRandom(1);
  const seconds = new Uint32Array((to - from) / SECOND);
  for (let install = 0; install < installs; install += 1) {
    const phase = random();
    let failures = 0;
    for (let at = CROWD_START + startDelay(random); at < to; ) {
      const second = Math.floor((at - from) / SECOND);
      if (at >= from) seconds[second] = (seconds[second] ?? 0) + 1;
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

export function meanOf(seconds: Uint32Array): number {
  return seconds.reduce((sum, count) => sum + count, 0) / seconds.length;
}

/** What the busiest of so many seconds may see if requests come wholly by chance: mean plus the expected maximum. */
export function chanceMaximum(mean: number, seconds: number): number {
  return mean + Math.sqrt(2 * mean * Math.log(seconds));
}
