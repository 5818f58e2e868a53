import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type AlertInput, decideAlerts } from '../../utils/domain/alerts.ts';
import { forecastOf } from '../../utils/domain/forecast.ts';
import { formatDay } from '../../utils/domain/format.ts';
import { DAY, toInstant, toMs } from '../../utils/domain/instant.ts';
import { aDataBucket, aLine, anAttempt, aReading, aRow, GB, MB } from '../support/records.ts';
import { estimateOf, historyOf, readingOf, TODAY } from '../support/use-history.ts';

const NOW = '2026-11-21T09:00:00Z';
const ZONES = ['Pacific/Apia', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'];

/** What a computer in `zone` makes of an end that a carrier in Taiwan tells without a zone. */
function readIn(zone: string): string {
  const code = `
    import { dateTime } from './utils/providers/standards/dates.ts';
    import { formatDay } from './utils/domain/format.ts';
    const end = dateTime('2026-12-01 00:30', 'Asia/Taipei');
    console.log(JSON.stringify({ ...end, shown: formatDay(end.at, 'en-GB', 'Asia/Taipei') }));`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code];
  return execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
}

function told(reading: Parameters<typeof aReading>[0]): string[] {
  const input: AlertInput = {
    line: aLine(),
    row: aRow(aReading(reading), NOW),
    attempt: anAttempt(),
    episodes: [],
    topUps: [],
    forecast: { kind: 'none' },
    now: NOW,
    zone: 'UTC',
    stale: false,
    quietHours: null,
    ownZone: 'UTC',
  };
  return decideAlerts(input).tell.map(({ key }) => key);
}

describe('an end whose zone the carrier does not tell', () => {
  it('T04: is read and shown in the zone of the carrier, wherever the computer stands', () => {
    for (const zone of ZONES)
      expect(JSON.parse(readIn(zone))).toEqual({
        at: '2026-11-30T16:30:00Z',
        estimated: true,
        shown: formatDay('2026-12-01T00:00:00Z', 'en-GB', 'UTC'),
      });
  });

  it('T04: is warned of a day sooner, as it may come a day sooner', () => {
    const at = toInstant(toMs(NOW) + 8 * DAY);
    expect(told({ validUntil: { at, estimated: false } })).toEqual(['lapse-14']);
    expect(told({ validUntil: { at, estimated: true } })).toEqual(['lapse-7']);
    const bundle = (validUntilEstimated: boolean) => ({
      buckets: [
        aDataBucket(10 * GB, GB, { validUntil: toInstant(toMs(NOW) + 4 * DAY), validUntilEstimated }),
      ],
    });
    expect(told(bundle(false))).toEqual([]);
    expect(told(bundle(true))).toEqual(['bundle-ends-3:main']);
  });

  it('T04: has to be reached a day later by a forecast, as it may come a day later', () => {
    const samples = historyOf(Array(30).fill(100 * MB));
    const [bucket] = readingOf(2 * GB).buckets;
    const row = aRow(aReading({ buckets: bucket ? [{ ...bucket, validUntilEstimated: true }] : [] }), TODAY);
    const found = forecastOf({ samples, row, zone: 'UTC' });
    const certain = estimateOf(samples, 2 * GB).chance ?? 1;
    expect(found.kind === 'estimate' && (found.chance ?? 0) > certain).toBe(true);
  });
});
