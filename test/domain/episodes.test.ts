import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertKey, openAlerts, parseAlertKey } from '../../utils/domain/episodes.ts';
import { aBucket, aDataBucket, anEpisode, aReading, GB, MB } from '../support/records.ts';

const NONE = { lowBytes: null, criticalBytes: null, lowCredit: null };

describe('the key of an alert', () => {
  it.each([
    ['low', { kind: 'low', days: null, subject: null }],
    ['used-up', { kind: 'used-up', days: null, subject: null }],
    ['lapse-30', { kind: 'lapse', days: 30, subject: null }],
    ['bundle-ends-3:a:b-1', { kind: 'bundle-ends', days: 3, subject: 'a:b-1' }],
    ['topped-up:t-1', { kind: 'topped-up', days: null, subject: 't-1' }],
    ['top-up-overdue:', { kind: 'top-up-overdue', days: null, subject: '' }],
  ])('%s tells what it is about', (key, expected) => {
    expect(parseAlertKey(key)).toEqual(expected);
  });

  it.each(['', 'lapse', 'low-3', 'low:x', 'bundle-ends:x', 'bundle-ends-3', 'constructor', 'later-1', 'Low'])(
    '%j is none of ours',
    (key) => {
      expect(parseAlertKey(key)).toBeNull();
    },
  );

  it('reads back whatever the carrier calls its buckets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(99), (id, days) => {
        expect(parseAlertKey(alertKey('bundle-ends', days, id))).toEqual({
          kind: 'bundle-ends',
          days,
          subject: id,
        });
      }),
      { seed: 12 },
    );
  });
});

describe('the alerts that stand in the popup', () => {
  const bucket = aDataBucket(GB, GB, { id: 'b1', label: 'Month' });
  const reading = aReading({
    buckets: [bucket],
    validUntil: { at: '2026-11-24T00:00:00Z', estimated: false },
  });

  it('are the worst step of each, oldest first, untold ones included', () => {
    const episodes = [
      anEpisode('low', { raisedAt: '2026-11-21T07:00:00Z' }),
      anEpisode('used-up', { raisedAt: '2026-11-21T08:00:00Z', toldAt: null }),
      anEpisode('lapse-7', { raisedAt: '2026-11-21T06:00:00Z' }),
      anEpisode('lapse-3', { raisedAt: '2026-11-21T09:00:00Z' }),
      anEpisode('bundle-ends-3:b1', { raisedAt: '2026-11-21T05:00:00Z' }),
      anEpisode('sign-in', { endedAt: '2026-11-21T09:00:00Z' }),
      anEpisode('from-a-newer-version'),
    ];
    expect(openAlerts(episodes, { reading, lapses: true, thresholds: NONE })).toEqual([
      {
        kind: 'bundle-ends',
        key: 'bundle-ends-3:b1',
        since: '2026-11-21T05:00:00Z',
        days: 3,
        label: 'Month',
      },
      { kind: 'used-up', key: 'used-up', since: '2026-11-21T08:00:00Z', days: null, label: null },
      { kind: 'lapse', key: 'lapse-3', since: '2026-11-21T09:00:00Z', days: 3, label: null },
    ]);
  });

  it('do not belie the figure beside them: what is a little above a threshold is shown as what it is', () => {
    const episodes = [anEpisode('low'), anEpisode('critical'), anEpisode('used-up')];
    const shown = (left: number) =>
      openAlerts(episodes, {
        reading: aReading({ buckets: [aDataBucket(5 * GB, 5 * GB - left)] }),
        lapses: false,
        thresholds: NONE,
      }).map(({ kind }) => kind);
    expect([0, 8 * MB, 110 * MB, 550 * MB].map(shown)).toEqual([['used-up'], ['critical'], ['low'], []]);
  });

  it('leave out what the reading does not tell at present', () => {
    const episodes = ['low', 'lapse-3', 'credit-low', 'bundle-ends-3:b9', 'sign-in'].map((key) =>
      anEpisode(key),
    );
    const unknown = aReading({ buckets: [aBucket()] });
    expect(
      openAlerts(episodes, { reading: unknown, lapses: false, thresholds: NONE }).map(({ kind }) => kind),
    ).toEqual(['sign-in']);
    expect(
      openAlerts(episodes, { reading: null, lapses: false, thresholds: NONE }).map(({ kind }) => kind),
    ).toEqual(['sign-in']);
  });
});
