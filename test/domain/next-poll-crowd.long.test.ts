import { expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../utils/domain/instant.ts';
import { CROWD_START, chanceMaximum, crowd, meanOf } from '../support/crowd.ts';

const INSTALLS = 100_000;
/** Much work on a slow machine; how long it takes is not what is tested. */
vi.setConfig({ testTimeout: 120_000 });

it.each([
  ['quarter of an hour, the floor', 15 * MINUTE, 15 * MINUTE, 16 * MINUTE],
  ['hour, the default', HOUR, 15 * MINUTE, HOUR],
])(
  'C04: a hundred thousand installs that start together soon ask a carrier evenly, every %s',
  (_title, interval, floor, period) => {
    const from = CROWD_START + 2 * period;
    const seconds = crowd({ installs: INSTALLS, interval, floor, from, to: from + period });
    expect(meanOf(seconds)).toBeCloseTo((INSTALLS * SECOND) / period, -1);
    expect(Math.max(...seconds)).toBeLessThan(1.2 * chanceMaximum(meanOf(seconds), seconds.length));
  },
);

it('C04: after an outage of an hour no second is busier than chance alone would make it', () => {
  const outage = { from: CROWD_START + 2 * HOUR, to: CROWD_START + 3 * HOUR };
  const timing = { interval: HOUR, floor: 15 * MINUTE };
  const seconds = crowd({ installs: INSTALLS, ...timing, from: outage.to, to: outage.to + 4 * HOUR, outage });
  const steady = (INSTALLS * SECOND) / HOUR;
  expect(Math.max(...seconds)).toBeLessThan(1.2 * chanceMaximum(steady, seconds.length));
});
