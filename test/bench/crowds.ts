import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { CROWD_START, chanceMaximum, crowd, meanOf } from '../support/crowd.ts';

/** Requests in a second that one carrier sees of all installs. */
export interface Load {
  what: string;
  mean: number;
  busiest: number;
  /** what the busiest second would be if every install asked wholly by chance */
  chance: number;
}

export const INSTALLS = 100_000;

const HOURLY = { installs: INSTALLS, interval: HOUR, floor: 15 * MINUTE };

/** A hundred thousand installs on the real schedule, which all began within the same minute. */
export function loads(): Load[] {
  const third = CROWD_START + 2 * HOUR;
  const outage = { from: third, to: third + HOUR };
  const steady = crowd({ ...HOURLY, from: third, to: third + HOUR });
  const after = crowd({ ...HOURLY, from: outage.to, to: outage.to + 4 * HOUR, outage });
  return [
    loadOf('steady state, one hour', steady),
    loadOf('the four hours after an outage of an hour', after),
  ];
}

function loadOf(what: string, seconds: Uint32Array): Load {
  const mean = meanOf(seconds);
  const steady = INSTALLS / (HOUR / 1000);
  const busiest = seconds.reduce((most, count) => Math.max(most, count), 0);
  return { what, mean, busiest, chance: chanceMaximum(steady, seconds.length) };
}
