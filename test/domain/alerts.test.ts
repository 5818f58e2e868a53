import { describe, expect, it } from 'vitest';
import { type AlertInput, decideAlerts } from '../../utils/domain/alerts.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import type { AlertEpisode } from '../../utils/domain/records.ts';
import { alertInput } from '../support/alert-input.ts';
import {
  aBucket,
  aDataBucket,
  aLine,
  anAttempt,
  anEpisode,
  aReading,
  aRow,
  aTopUp,
  GB,
  MB,
} from '../support/records.ts';

const NOW = '2026-11-21T09:00:00Z';

const input = (reading: Reading | null, rest: Partial<AlertInput> = {}): AlertInput =>
  alertInput(reading && aRow(reading), rest);

const left = (remaining: number, total = 10 * GB) =>
  aReading({ buckets: [aDataBucket(total, total - remaining)] });

const keys = (rows: AlertEpisode[]) => rows.map(({ key }) => key).toSorted();

/** Plays readings one after the other, keeping episodes as the store does; gives what was told at each step. */
function play(steps: { reading: Reading | null; rest?: Partial<AlertInput> }[]): string[][] {
  let kept = new Map<string, AlertEpisode>();
  return steps.map(({ reading, rest }, index) => {
    const now = `2026-11-21T09:${String(index).padStart(2, '0')}:00Z`;
    const { raise, end, tell } = decideAlerts(input(reading, { now, episodes: [...kept.values()], ...rest }));
    kept = new Map([...kept.values(), ...raise, ...end, ...tell].map((row) => [row.id, row]));
    return keys(tell);
  });
}

describe('how much is left', () => {
  it('tells the worst of what holds, and the others not even later', () => {
    const { raise, tell } = decideAlerts(input(left(80 * MB)));
    expect(keys(tell)).toEqual(['critical']);
    expect(keys(raise)).toEqual(['critical', 'low']);
    expect(raise.every(({ toldAt }) => toldAt === NOW)).toBe(true);
    expect(play([{ reading: left(80 * MB) }, { reading: left(300 * MB) }])).toEqual([['critical'], []]);
  });

  it('tells each step down once', () => {
    const steps = [900, 400, 390, 90, 80, 0, 0].map((mb) => ({ reading: left(mb * MB) }));
    expect(play(steps)).toEqual([[], ['low'], [], ['critical'], [], ['used-up'], []]);
  });

  it('F06: a hundred polls of the same figure tell it once', () => {
    const told = play(Array.from({ length: 60 }, () => ({ reading: left(400 * MB) }))).flat();
    expect(told).toEqual(['low']);
  });

  it('F07: flapping around the threshold tells it once', () => {
    const steps = [499, 501, 499, 590, 480].map((mb) => ({ reading: left(mb * MB) }));
    expect(play(steps).flat()).toEqual(['low']);
  });

  it('F07: well above the threshold it is re-armed', () => {
    const steps = [499, 601, 499].map((mb) => ({ reading: left(mb * MB) }));
    expect(play(steps)).toEqual([['low'], [], ['low']]);
  });

  it('F07: used up and a rounded megabyte in turn tell it once', () => {
    const steps = [0, 1, 0, 9, 0].map((mb) => ({ reading: left(mb * MB) }));
    expect(play(steps).flat()).toEqual(['used-up']);
  });

  it('a top-up that brought data re-arms it, even when it is still low', () => {
    const risen = { what: 'data', label: '', by: 100 * MB, currency: null, until: null } as const;
    const topUp = aTopUp({ state: 'credited', settledAt: '2026-11-21T09:00:30Z', rises: [risen] });
    const told = play([
      { reading: left(90 * MB) },
      { reading: left(190 * MB), rest: { topUps: [topUp] } },
      { reading: left(180 * MB), rest: { topUps: [topUp] } },
    ]);
    expect(told).toEqual([['critical'], ['low', 'topped-up:t1'], []]);
  });

  it('a top-up whose data has not arrived does not tell the old figure again', () => {
    const topUp = aTopUp({ state: 'credited', settledAt: '2026-11-21T09:00:30Z' });
    const told = play([{ reading: left(90 * MB) }, { reading: left(90 * MB), rest: { topUps: [topUp] } }]);
    expect(told).toEqual([['critical'], ['topped-up:t1']]);
  });

  it('a new period re-arms it', () => {
    const period = (start: string) => ({ start, end: '2026-12-21T00:00:00Z' });
    const told = play([
      { reading: { ...left(400 * MB), period: period('2026-10-21T09:00:00Z') } },
      { reading: { ...left(400 * MB), period: period('2026-11-21T09:00:30Z') } },
    ]);
    expect(told).toEqual([['low'], ['low']]);
  });

  it('the person’s own thresholds hold', () => {
    const line = aLine({ thresholds: { lowBytes: 2 * GB, criticalBytes: 0, lowCredit: null } });
    expect(keys(decideAlerts(input(left(1.9 * GB), { line })).tell)).toEqual(['low']);
    expect(keys(decideAlerts(input(left(1 * MB), { line })).tell)).toEqual(['low']);
    expect(keys(decideAlerts(input(left(1.9 * GB))).tell)).toEqual([]);
  });

  it('becoming unlimited ends it', () => {
    const unlimited = aReading({ buckets: [aBucket({ unlimited: true })] });
    const { end } = decideAlerts(input(unlimited, { episodes: [anEpisode('low'), anEpisode('critical')] }));
    expect(keys(end)).toEqual(['critical', 'low']);
    expect(end[0]?.endedAt).toBe(NOW);
  });
});

describe('what nothing is raised from', () => {
  const unknown = aReading({ buckets: [aBucket()] });
  const partly = aReading({ buckets: [aDataBucket(GB, GB - MB), aBucket({ id: 'b' })] });
  it.each([
    ['a stale figure', input(left(0), { stale: true })],
    ['no figure at all', input(null)],
    ['an unknown figure', input(unknown)],
    ['a figure that is known in part', input(partly)],
    ['an unlimited line', input(aReading({ buckets: [aBucket({ unlimited: true }), aDataBucket(GB, GB)] }))],
    ['a line without data', input(aReading())],
    ['a bucket that never held anything', input(aReading({ buckets: [aDataBucket(0, 0)] }))],
    ['a line that is not activated yet', input({ ...left(0), lineStatus: 'not-activated' })],
    ['a paused line', input(left(0), { line: aLine({ paused: true }) })],
    ['data for another use', input(aReading({ buckets: [aDataBucket(GB, GB, { scope: 'roaming' })] }))],
  ])('F08: %s', (_, given) => {
    expect(decideAlerts(given).raise).toEqual([]);
    expect(decideAlerts(given).tell).toEqual([]);
  });

  it('F08: an open alert neither ends nor is told from a stale or unknown figure', () => {
    const episodes = [anEpisode('low', { toldAt: null })];
    for (const given of [input(left(9 * GB), { episodes, stale: true }), input(unknown, { episodes })]) {
      expect(decideAlerts(given)).toEqual({ raise: [], end: [], tell: [] });
    }
  });
});

describe('quiet hours and a pause', () => {
  const quietHours = { from: '08:00', to: '10:00' };

  it('hold an alert back until they end, and it is told once', () => {
    const told = play([
      { reading: left(400 * MB), rest: { quietHours } },
      { reading: left(400 * MB), rest: { quietHours } },
      { reading: left(400 * MB) },
      { reading: left(400 * MB) },
    ]);
    expect(told).toEqual([[], [], ['low'], []]);
  });

  it('tell only the worst of what they held back', () => {
    const told = play([
      { reading: left(400 * MB), rest: { quietHours } },
      { reading: left(90 * MB), rest: { quietHours } },
      { reading: left(90 * MB) },
      { reading: left(200 * MB) },
    ]);
    expect(told).toEqual([[], [], ['critical'], []]);
  });

  it('an alert that ended meanwhile is never told', () => {
    expect(play([{ reading: left(400 * MB), rest: { quietHours } }, { reading: left(9 * GB) }])).toEqual([
      [],
      [],
    ]);
  });

  it('what is held back is not told while it does not surely hold, and is once it does again', () => {
    const steps = [
      { reading: left(0), rest: { line: aLine({ alertsPausedUntil: '2026-11-21T09:00:30Z' }) } },
      { reading: left(7 * MB) },
      { reading: left(7 * MB) },
      { reading: left(0) },
      { reading: left(0) },
    ];
    expect(play(steps)).toEqual([[], ['critical'], [], ['used-up'], []]);
  });

  it('a top-up that arrived is told after a pause of a week, and then no more', () => {
    const topUps = [aTopUp({ state: 'credited', settledAt: NOW })];
    const line = aLine({ alertsPausedUntil: '2026-11-28T09:00:00Z' });
    const now = '2026-11-28T09:01:00Z';
    const steps = [
      { topUps, line },
      { topUps, line, now },
      { topUps, line, now },
    ];
    expect(play(steps.map((rest) => ({ reading: left(9 * GB), rest })))).toEqual([[], ['topped-up:t1'], []]);
  });

  it('quiet hours run by the clock of the person, wherever the carrier counts its days', () => {
    const low = { quietHours, zone: 'Asia/Taipei' };
    expect(keys(decideAlerts(input(left(400 * MB), low)).tell)).toEqual([]);
    const away = { quietHours, zone: 'UTC', ownZone: 'Asia/Taipei' };
    expect(keys(decideAlerts(input(left(400 * MB), away)).tell)).toEqual(['low']);
  });

  it('quiet hours let "used up" through', () => {
    expect(keys(decideAlerts(input(left(0), { quietHours })).tell)).toEqual(['used-up']);
  });

  it('a pause that the person asked for holds everything back until it ends', () => {
    const line = aLine({ alertsPausedUntil: '2026-11-21T09:00:30Z' });
    const rest = { line };
    expect(
      play([
        { reading: left(0), rest },
        { reading: left(0), rest },
      ]),
    ).toEqual([[], ['used-up']]);
  });
});

describe('what ends soon', () => {
  const valid = (at: string) => aReading({ validUntil: { at, estimated: false } });

  it('tells only the most urgent step to the end of a number, and each step once', () => {
    const { raise, tell } = decideAlerts(input(valid('2026-11-26T12:00:00Z')));
    expect(keys(tell)).toEqual(['lapse-7']);
    expect(keys(raise)).toEqual(['lapse-14', 'lapse-30', 'lapse-7']);
    const ends = [
      '2026-11-26T12:00:00Z',
      '2026-11-25T12:00:00Z',
      '2026-11-24T12:00:00Z',
      '2026-11-22T12:00:00Z',
    ];
    const told = play(ends.map((at) => ({ reading: valid(at) })));
    expect(told).toEqual([['lapse-7'], [], ['lapse-3'], ['lapse-1']]);
  });

  it('a longer validity re-arms the steps; a day more or less does not', () => {
    const ends = [
      '2026-11-24T12:00:00Z',
      '2026-11-25T12:00:00Z',
      '2026-11-24T12:00:00Z',
      '2027-02-24T12:00:00Z',
    ];
    const told = play([...ends, '2026-11-24T12:00:00Z'].map((at) => ({ reading: valid(at) })));
    expect(told).toEqual([['lapse-3'], [], [], [], ['lapse-3']]);
  });

  it('counts calendar days in the zone of the line', () => {
    const late = { now: '2026-11-21T23:30:00Z' };
    const reading = valid('2026-11-29T00:30:00Z');
    expect(keys(decideAlerts(input(reading, { ...late, zone: 'UTC' })).tell)).toEqual(['lapse-14']);
    expect(keys(decideAlerts(input(reading, { ...late, zone: 'Asia/Taipei' })).tell)).toEqual(['lapse-7']);
  });

  it('an end that has passed is no warning', () => {
    expect(decideAlerts(input(valid('2026-11-20T12:00:00Z'))).raise).toEqual([]);
  });

  const bundle = (until: string, rest = {}) =>
    aDataBucket(10 * GB, GB, { id: 'b:1', validFrom: '2026-11-01T00:00:00Z', validUntil: until, ...rest });
  const ending = (...buckets: Reading['buckets']) => input(aReading({ buckets }));

  it('tells the end of a bundle three days and one day ahead', () => {
    const ends = ['2026-11-26T12:00:00Z', '2026-11-24T12:00:00Z', '2026-11-22T12:00:00Z'];
    const told = play(ends.map((until) => ({ reading: aReading({ buckets: [bundle(until)] }) })));
    expect(told).toEqual([[], ['bundle-ends-3:b:1'], ['bundle-ends-1:b:1']]);
  });

  it('several allowances that end together are one bundle', () => {
    const until = '2026-11-22T12:00:00Z';
    const voice = aBucket({ id: 'v', kind: 'voice', remaining: 6000, validUntil: until });
    expect(keys(decideAlerts(ending(voice, bundle(until))).tell)).toEqual(['bundle-ends-1:b:1']);
  });

  it.each([
    ['with nothing left', bundle('2026-11-22T12:00:00Z', { remaining: 0, scope: 'roaming' })],
    ['that is not begun yet', bundle('2026-11-22T12:00:00Z', { state: 'queued' })],
    ['that has ended', bundle('2026-11-20T12:00:00Z')],
    ['of a single day', bundle('2026-11-22T08:00:00Z', { validFrom: '2026-11-21T08:00:00Z' })],
  ])('a bundle %s is no warning', (_, bucket) => {
    expect(decideAlerts(ending(bucket)).tell).toEqual([]);
  });

  it('a contract whose next period follows is no warning; a renewal that costs is one', () => {
    const end = '2026-11-22T12:00:00Z';
    const buckets = [bundle(end)];
    const autoRenew = { enabled: true, offerId: null, nextAt: end };
    const period = { start: '2026-10-22T12:00:00Z', end };
    expect(decideAlerts(input(aReading({ buckets, period }))).tell).toEqual([]);
    for (const enabled of [true, false]) {
      const reading = aReading({ buckets, period, autoRenew: { ...autoRenew, enabled } });
      expect(keys(decideAlerts(input(reading)).tell)).toEqual(['bundle-ends-1:b:1']);
    }
  });

  it('a bundle that is no longer listed ends its alert', () => {
    const episodes = [anEpisode('bundle-ends-3:b:1')];
    expect(keys(decideAlerts(input(left(9 * GB), { episodes })).end)).toEqual(['bundle-ends-3:b:1']);
  });
});

describe('credit, access and hosts', () => {
  const credit = (amount: number) => aReading({ credit: { amount, currency: 'EUR' } });
  const line = aLine({ thresholds: { lowBytes: null, criticalBytes: null, lowCredit: 500 } });

  it('low credit is told once, with the same slack around its threshold', () => {
    const told = play(
      [600, 500, 550, 480, 601, -20].map((amount) => ({ reading: credit(amount), rest: { line } })),
    );
    expect(told).toEqual([[], ['credit-low'], [], [], [], ['credit-low']]);
  });

  it('without a threshold credit is never warned of', () => {
    expect(decideAlerts(input(credit(-500))).raise).toEqual([]);
  });

  const failed = (kind: 'signed-out' | 'no-access' | 'line-gone' | 'offline') => ({
    attempt: anAttempt({ failure: { kind, retryAt: null, detail: '' }, failures: 1 }),
  });

  it('signing in again is asked for once, until a poll succeeds', () => {
    const told = play([
      { reading: null, rest: failed('signed-out') },
      { reading: null, rest: failed('no-access') },
      { reading: null, rest: failed('offline') },
      { reading: null, rest: failed('signed-out') },
      { reading: null },
      { reading: null, rest: failed('signed-out') },
    ]);
    expect(told).toEqual([['sign-in'], [], [], [], [], ['sign-in']]);
  });

  it('a poll that is still running ends nothing', () => {
    const attempt = anAttempt({ finishedAt: null });
    expect(decideAlerts(input(null, { attempt, episodes: [anEpisode('sign-in')] })).end).toEqual([]);
  });

  it('a line that is gone is told, and nothing from a passing trouble', () => {
    expect(keys(decideAlerts(input(null, failed('line-gone'))).tell)).toEqual(['line-gone']);
    expect(decideAlerts(input(null, failed('offline'))).tell).toEqual([]);
  });

  it('hosts that the carrier changed wait for the person’s word', () => {
    const proposed = { line: aLine({ checkoutHostsProposed: ['new.example'] }) };
    expect(
      play([{ reading: null, rest: proposed }, { reading: null, rest: proposed }, { reading: null }]),
    ).toEqual([['hosts-changed'], [], []]);
  });
});

describe('what became of a top-up', () => {
  const outcome = (rest: Parameters<typeof aTopUp>[0]) => ({
    reading: null,
    rest: { topUps: [aTopUp(rest)] },
  });

  it('overdue is told once and ends when it is credited, which is told too', () => {
    const told = play([
      outcome({ state: 'paid' }),
      outcome({ state: 'overdue' }),
      outcome({ state: 'overdue' }),
      outcome({ state: 'credited', settledAt: '2026-11-21T09:03:00Z' }),
      outcome({ state: 'credited', settledAt: '2026-11-21T09:03:00Z' }),
      outcome({ state: 'credited', settledAt: '2026-11-21T09:03:00Z', dismissed: true }),
      outcome({ state: 'credited', settledAt: '2026-11-21T09:03:00Z' }),
    ]);
    expect(told).toEqual([[], ['top-up-overdue:t1'], [], ['topped-up:t1'], [], [], []]);
  });

  it('a refused payment is told; one that was given up or expired is not', () => {
    const settledAt = NOW;
    expect(play([outcome({ state: 'failed', settledAt })])).toEqual([['top-up-failed:t1']]);
    expect(
      play([outcome({ state: 'expired', settledAt }), outcome({ state: 'abandoned', settledAt })]),
    ).toEqual([[], []]);
  });

  it('an old receipt, as after an import, is no news', () => {
    expect(play([outcome({ state: 'credited', settledAt: '2026-11-01T00:00:00Z' })])).toEqual([[]]);
  });

  it('a top-up that is no longer kept ends its alert', () => {
    const episodes = [anEpisode('topped-up:t9')];
    expect(keys(decideAlerts(input(null, { episodes })).end)).toEqual(['topped-up:t9']);
  });
});
